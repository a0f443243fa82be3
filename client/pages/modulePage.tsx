import '../modules/modules.css';
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { moduleById } from '../../shared/modules/all.ts';
import type { Module } from '../../shared/modules/module.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/designTexts.ts';
import { massInWords } from '../designs/figures.ts';
import { ModuleActions } from '../modules/moduleActions.tsx';
import { ModuleCuts, ModuleInterfaces, ModuleParts, ModuleWork, massOf } from '../modules/moduleFacts.tsx';
import { ModuleShop } from '../modules/moduleShop.tsx';
import { ModuleShown } from '../modules/moduleShown.tsx';
import { ModuleSizes } from '../modules/moduleSizes.tsx';
import { ModuleSources } from '../modules/moduleSources.tsx';
import { ModuleUses } from '../modules/moduleUses.tsx';
import { changedFrom, type ModuleValues, valuesFrom } from '../modules/values.ts';
import { wordsOf } from '../modules/words.ts';
import type { PageProps } from '../routes.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame } from '../ui/page.tsx';

/** One module: its sizes, which may be changed here, and all that follows from them. */
export function ModulePage({ params, query }: PageProps) {
  const module = moduleById(params.module ?? '');
  if (module) return <ModuleBench key={module.id} module={module} asked={query} />;
  return (
    <PageFrame title={t.modules.title}>
      <EmptyState text={t.modules.unknown}>
        <ButtonLink href={addressOf.modules}>{t.modules.all}</ButtonLink>
      </EmptyState>
    </PageFrame>
  );
}

function ModuleBench({ module, asked }: { module: Module; asked: PageProps['query'] }) {
  const { route } = useLocation();
  const [values, setValues] = useState<ModuleValues>(() => valuesFrom(module, asked));
  // What contradicts itself has no parts: until that is mended, those of the last values that did not are shown.
  const [sound, setSound] = useState<ModuleValues>(() =>
    module.faults(values).length === 0 ? values : valuesFrom(module, {}),
  );
  const faults = module.faults(values);
  const take = (next: ModuleValues) => {
    setValues(next);
    if (module.faults(next).length === 0) setSound(next);
  };
  const keep = (next: ModuleValues) => {
    take(next);
    route(addressOf.module(module.id, changedFrom(module, next)), true);
  };
  const parts = useMemo(() => module.parts(sound), [module, sound]);
  const words = t.modules;
  const { name, purpose } = wordsOf(module.id);
  const pieces = parts.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <PageFrame
      title={name}
      line={purpose}
      cells={[
        { label: words.mass, value: massInWords(massOf(parts)) },
        { label: words.pieces, value: words.piecesIn(pieces, parts.length) },
      ]}
    >
      <div class="module-bench">
        <ModuleShown module={module} values={sound} faults={faults} />
        <ModuleSizes module={module} values={values} onTyping={take} onValues={keep} />
      </div>
      <ModuleActions module={module} values={sound} />
      <ModuleParts parts={parts} />
      <ModuleCuts parts={parts} />
      <ModuleShop module={module} values={sound} />
      <ModuleWork budget={module.budget(sound)} figures={module.figures?.(sound) ?? []} />
      <ModuleInterfaces module={module} interfaces={module.interfaces(sound)} />
      <ModuleUses module={module.id} />
      <ModuleSources module={module} />
    </PageFrame>
  );
}
