import { useMemo } from 'preact/hooks';
import type { Model } from '../../shared/models/model.ts';
import type { Module } from '../../shared/modules/module.ts';
import { t } from '../catalogue/designTexts.ts';
import { ModelView } from '../viewer/modelView.tsx';
import { ModuleDrawing } from './moduleDrawing.tsx';
import { type ModuleText, useModuleText } from './moduleText.ts';
import { useModuleModel } from './useModuleModel.ts';
import type { ModuleValues } from './values.ts';
import { wordsOf } from './words.ts';

export interface ModuleShownProps {
  module: Module;
  /** Values that do not contradict each other. */
  values: ModuleValues;
  /** What contradicts itself in what was typed last. */
  faults: readonly string[];
}

/** A module in three dimensions, and why it is not what was typed where that cannot be built. */
export function ModuleShown({ module, values, faults }: ModuleShownProps) {
  const words = t.modules;
  const { name } = wordsOf(module.id);
  const { model: made, isMaking, failure } = useModuleModel(module.id, values);
  const textOf = useModuleText();
  const model = useMemo(() => made && withNames(made, name, textOf), [made, name, textOf]);
  const notMade: Readonly<Record<string, string>> = words.notMade;
  return (
    <div class="module-shown">
      {model === null ? (
        <ModuleDrawing module={module.id} label={words.drawingOf(name)} />
      ) : (
        <ModelView model={model} label={name} withoutList />
      )}
      <div role="status">
        {faults.length > 0 && (
          <div class="module-faults">
            <p>{words.faults}</p>
            {faults.map(textOf).map(({ text, lang }) => (
              <p key={text} lang={lang}>
                <b>{text}</b>
              </p>
            ))}
            <p class="small">{words.faultShown}</p>
          </div>
        )}
        {failure !== null && <p>{notMade[failure] ?? words.notMade.unexpected}</p>}
        {isMaking && model === null && <p class="soft">{words.making}</p>}
      </div>
    </div>
  );
}

/** The pieces called as the page's language has it. */
const withNames = (model: Model, whole: string, textOf: (english: string) => ModuleText): Model => ({
  ...model,
  parts: model.parts.map((part) => ({ ...part, name: textOf(part.name).text })),
  nodes: model.nodes.map((node) => ({ ...node, name: node.parent < 0 ? whole : textOf(node.name).text })),
});
