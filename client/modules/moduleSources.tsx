import type { Module } from '../../shared/modules/module.ts';
import { t } from '../catalogue/designTexts.ts';
import { Fold, PageSection } from '../ui/page.tsx';
import { parameterName } from './words.ts';

/** Where each size of a module comes from, and what nobody knows and was chosen. */
export function ModuleSources({ module }: { module: Module }) {
  const words = t.modules;
  return (
    <PageSection title={words.from}>
      <ul class="rows" lang="en">
        {module.sources.map((source) => (
          <li key={source}>{source}.</li>
        ))}
      </ul>
      <Fold summary={words.fromEach}>
        <dl class="design-values">
          {Object.entries(module.parameters).map(([name, { source }]) => (
            <div key={name}>
              <dt>{parameterName(module.id, name)}</dt>
              <dd lang="en">{source}</dd>
            </div>
          ))}
        </dl>
      </Fold>
    </PageSection>
  );
}
