import type { Module } from '../../shared/modules/module.ts';
import { t } from '../catalogue/designTexts.ts';
import { Fold, PageSection } from '../ui/page.tsx';
import { useModuleText } from './moduleText.ts';
import { parameterName } from './words.ts';

/** Where each size of a module comes from, and what nobody knows and was chosen. */
export function ModuleSources({ module }: { module: Module }) {
  const words = t.modules;
  const textOf = useModuleText();
  return (
    <PageSection title={words.from}>
      <ul class="rows">
        {module.sources.map(textOf).map(({ text, lang }) => (
          <li key={text} lang={lang}>
            {text}.
          </li>
        ))}
      </ul>
      <Fold summary={words.fromEach}>
        <dl class="design-values">
          {Object.entries(module.parameters).map(([name, { source }]) => (
            <div key={name}>
              <dt>{parameterName(module.id, name)}</dt>
              <dd lang={textOf(source).lang}>{textOf(source).text}</dd>
            </div>
          ))}
        </dl>
      </Fold>
    </PageSection>
  );
}
