import { DENSITIES } from '../../shared/modules/materials.ts';
import type { Budget, Figure, Module, ModuleInterface, ModulePart } from '../../shared/modules/module.ts';
import { addressOf } from '../addresses.ts';
import { faceMeasures, flowTold, powerTold, pressureTold, volumeTold } from '../assemblies/measures.ts';
import { t } from '../catalogue/designTexts.ts';
import { massInWords } from '../designs/figures.ts';
import { lengthTold } from '../measures/lengthUnits.ts';
import { PageSection } from '../ui/page.tsx';
import { forceTold } from './forces.ts';
import { useModuleText } from './moduleText.ts';
import { partnersOf } from './partners.ts';
import { interfaceName, moduleName } from './words.ts';

/** Kilograms of all pieces together. */
export const massOf = (parts: readonly ModulePart[]): number =>
  parts.reduce((sum, { volume, quantity, material }) => sum + volume * quantity * DENSITIES[material], 0);

/** What a module is made of: each part with its number, material and mass. */
export function ModuleParts({ parts }: { parts: readonly ModulePart[] }) {
  const words = t.modules;
  const textOf = useModuleText();
  return (
    <PageSection title={words.parts}>
      <ul class="rows">
        {parts.map(({ id, name, quantity, material, volume, source, machines, specification }) => (
          <li key={id} class="module-part">
            <div>
              <p>
                {t.quantities.pieces(String(quantity))}{' '}
                <span lang={textOf(name).lang}>{textOf(name).text}</span>
              </p>
              <p class="soft small">
                {words.materials[material]}
                {specification && (
                  <>
                    , <span lang={textOf(specification).lang}>{textOf(specification).text}</span>
                  </>
                )}
                {' · '}
                {[words.sources[source], ...machines.map((kind) => t.words.kinds[kind])].join(', ')}
              </p>
            </div>
            <p class="figure">{massInWords(volume * quantity * DENSITIES[material])}</p>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}

/** What has to be sawn, and how long; nothing where nothing is. */
export function ModuleCuts({ parts }: { parts: readonly ModulePart[] }) {
  const textOf = useModuleText();
  const cuts = parts.flatMap(({ id, quantity, cut }) => (cut ? [{ id, quantity, ...cut }] : []));
  if (cuts.length === 0) return null;
  return (
    <PageSection title={t.modules.cuts}>
      <ul class="rows">
        {cuts.map(({ id, quantity, stock, length }) => (
          <li key={id}>{t.modules.cut(quantity, textOf(stock).text, lengthTold(length))}</li>
        ))}
      </ul>
    </PageSection>
  );
}

const amountsOf = ({ flow, pressure, power }: Budget, sign: 1 | -1): string[] => [
  ...(flow * sign > 0 ? [flowTold(flow * sign)] : []),
  ...(pressure * sign > 0 ? [pressureTold(pressure * sign)] : []),
  ...(power * sign > 0 ? [powerTold(power * sign)] : []),
];

/** What it gives and takes while it works, and what else it does. */
export function ModuleWork({ budget, figures }: { budget: Budget; figures: readonly Figure[] }) {
  const words = t.modules;
  const [gives, takes] = [amountsOf(budget, 1), amountsOf(budget, -1)];
  if (gives.length + takes.length + figures.length === 0) return null;
  return (
    <PageSection title={words.figures}>
      {gives.length > 0 && <p>{words.gives(t.words.and(gives))}</p>}
      {takes.length > 0 && <p>{words.takes(t.words.and(takes))}</p>}
      {figures.length > 0 && (
        <dl class="module-figures">
          {figures.map(({ id, value, unit }) => (
            <div key={id}>
              <dt>{figureName(id)}</dt>
              <dd>{figureTold(value, unit)}</dd>
            </div>
          ))}
        </dl>
      )}
    </PageSection>
  );
}

function figureName(id: string): string {
  const names: Readonly<Record<string, string>> = t.modules.figureNames;
  return names[id] ?? id;
}

function figureTold(value: number, unit: Figure['unit']): string {
  switch (unit) {
    case 'N':
      return forceTold(value);
    case 'l':
      return volumeTold(value * 1e6);
    case 'mm':
      return lengthTold(value);
  }
}

/** What lets it meet others, with its measures, and which modules have the like; alike ones stand together. */
export function ModuleInterfaces({
  module,
  interfaces,
}: {
  module: Module;
  interfaces: readonly ModuleInterface[];
}) {
  const alike = new Map<string, ModuleInterface[]>();
  for (const one of interfaces) {
    const measures = measuresTold(one);
    alike.set(measures, [...(alike.get(measures) ?? []), one]);
  }
  return (
    <PageSection title={t.modules.meets}>
      <ul class="rows">
        {[...alike].map(([measures, group]) => (
          <li key={measures}>
            <p>
              <b>{group.map(({ id }) => interfaceName(module.id, id)).join(' · ')}</b>
            </p>
            <p>{measures}</p>
            {group[0] && <Partners partners={partnersOf(group[0])} />}
          </li>
        ))}
      </ul>
    </PageSection>
  );
}

const measuresTold = (one: ModuleInterface): string =>
  [
    t.quantities.interfaces[one.kind],
    faceMeasures(one),
    one.holes ? t.modules.holesOf(one.holes.x, one.holes.y) : '',
  ]
    .filter(Boolean)
    .join(', ');

function Partners({ partners }: { partners: readonly string[] }) {
  if (partners.length === 0) return <p class="soft small">{t.modules.noPartner}</p>;
  return (
    <p class="soft small">
      {t.modules.fitsWith}{' '}
      {partners.map((id, n) => (
        <>
          {n > 0 && ', '}
          <a href={addressOf.module(id)}>{moduleName(id)}</a>
        </>
      ))}
    </p>
  );
}
