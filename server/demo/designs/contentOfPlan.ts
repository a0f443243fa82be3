import type { AssemblySources } from '../../../shared/assemblies/assembly.ts';
import { type DesignContent, designContent, EMPTY_CONTENT } from '../../../shared/designs/content.ts';
import type { PartLine, PinnedRevision } from '../../../shared/designs/partLines.ts';
import type { DesignStep } from '../../../shared/designs/steps.ts';
import { withLinesOfModel } from '../../designs/assemblySources.ts';
import type { MachineType } from './machines.ts';
import { pinnedInstances } from './models/builder.ts';
import type { DesignPlan, LinePlan, StepPlan } from './plan.ts';

/** What the writing down of a design leaves open. */
export interface Known {
  /** The revision of a design that is newest now, by its word. */
  pinOf(word: string): PinnedRevision;
  /** The contents of what it pins. */
  sources: AssemblySources;
  /** The picture in the file store. */
  picture: { fileId: string; bytes: number } | null;
  /** The designs of types of machine, by name; null: none of that name. */
  designNamed(name: string): string | null;
  /** The day of its prices. */
  day: string;
}

/** A type of machine of which only its place among the others is told. */
export function contentOfType(type: MachineType, known: Pick<Known, 'designNamed'>): DesignContent {
  return designContent.parse({
    ...EMPTY_CONTENT,
    title: type.name,
    purpose: type.purpose,
    category: type.category,
    tags: ['GVCS'],
    licence: 'CC-BY-SA-4.0',
    technologyReadiness: 'OTRL-1',
    documentationReadiness: 'ODRL-1',
    relations: relationsOf(type, known),
  });
}

/** @param type where it is one of the fifty. */
export function contentOfPlan(plan: DesignPlan, type: MachineType | undefined, known: Known): DesignContent {
  const { title, purpose, category, licence, story, safety } = plan;
  const content = designContent.parse({
    ...EMPTY_CONTENT,
    title,
    purpose,
    category,
    licence,
    story,
    safety,
    tags: [...(type ? ['GVCS'] : []), ...plan.tags],
    technologyReadiness: plan.technology,
    documentationReadiness: plan.documentation,
    parameters: Object.entries(plan.parameters ?? {}).map(([name, said]) => {
      const [value = '', ...unit] = said.split(' ');
      return { id: wordOf(name), name, value, unit: unit.join(' ') };
    }),
    parts: Object.entries(plan.lines).map(([id, line]) => partOf(id, line, known)),
    instances: plan.model ? pinnedInstances(plan.model, known.pinOf) : [],
    mates: plan.model?.mates ?? [],
    steps: Object.entries(plan.steps).map(([id, step]) => stepOf(id, step)),
    modules: Object.entries(plan.modules ?? {}).map(([module, quantity]) => ({
      id: `module-${module}`,
      module,
      quantity,
      parameters: {},
    })),
    interfaces: Object.entries(plan.interfaces ?? {}).map(([id, one]) => ({ id, ...one })),
    relations: type ? relationsOf(type, known) : [],
    files: known.picture
      ? [
          {
            path: 'drawing.svg',
            ...known.picture,
            role: 'picture',
            words: `${title}, drawn from the front right`,
          },
        ]
      : [],
  });
  const { parts } = withLinesOfModel(content, known.sources);
  return { ...content, parts: parts.map((line) => withPrice(line, plan.prices?.[line.id], known)) };
}

const withPrice = (line: PartLine, price: number | undefined, { day }: Known): PartLine =>
  price === undefined ? line : { ...line, price: { amount: price, currency: 'USD', on: day, supplier: '' } };

const wordOf = (name: string) =>
  `by-${name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 36)}`;

const relationsOf = ({ relations }: MachineType, known: Pick<Known, 'designNamed'>) =>
  relations.map(({ kind, what }) => ({
    id: wordOf(`${kind} ${what}`),
    kind,
    what,
    design: known.designNamed(what),
  }));

function partOf(id: string, line: LinePlan, { pinOf, day }: Known): PartLine {
  const { name, quantity, unit = 'piece', source = 'buy', tracked = false, cut, price } = line;
  return {
    id,
    parent: line.in ?? null,
    name,
    quantity,
    unit,
    source,
    tracked,
    specification: line.specification ?? '',
    material: line.material ?? '',
    written: '',
    of: line.of === undefined ? null : pinOf(line.of),
    cut: cut ? { stock: cut.stock, length: cut.length, kerf: cut.kerf ?? 3 } : null,
    alternatives: (line.alternatives ?? []).map((one) => ({
      name: one.name,
      specification: '',
      of: null,
      note: one.note ?? '',
    })),
    mass: line.mass ?? null,
    price: price === undefined ? null : { amount: price, currency: 'USD', on: day, supplier: '' },
    machines: [...(line.machines ?? [])],
    files: [],
    note: line.note ?? '',
  };
}

const stepOf = (id: string, step: StepPlan): DesignStep => ({
  id,
  title: step.title,
  text: step.text,
  parts: (step.parts ?? []).map((line) => ({ line, quantity: null })),
  tools: [...(step.tools ?? [])],
  machines: [...(step.machines ?? [])],
  competences: [...(step.competences ?? [])],
  minutes: step.minutes ?? null,
  pictures: [],
});
