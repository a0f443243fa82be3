import type { DraftContent } from '../../../shared/designs/content.ts';
import type { DesignStep } from '../../../shared/designs/steps.ts';
import { addressOfFile } from '../../../shared/files/kinds.ts';
import { machineKind } from '../../../shared/machines/words.ts';
import { t } from '../../catalogue/designTexts.ts';
import { ManyChips } from '../../ui/chips.tsx';
import { Fold } from '../../ui/page.tsx';
import { DraftText, ReadField, WordList } from './draftFields.tsx';
import { MarkdownField } from './markdownField.tsx';
import { numberTyped, typedIn } from './measures.ts';
import type { DraftState } from './state.ts';
import { StepParts } from './stepParts.tsx';

const words = t.draft.steps;

interface StepFormProps {
  draft: DraftState;
  content: DraftContent;
  step: DesignStep;
}

/** All that one step says. */
export function StepForm({ draft, content, step }: StepFormProps) {
  const set = (fields: Record<string, unknown>) => draft.setFields('steps', step.id, fields);
  const pictures = content.files.filter(({ role }) => role === 'picture');
  return (
    <div class="stack">
      <DraftText
        draft={draft}
        at={['steps', step.id, 'title']}
        label={words.title}
        maxLength={160}
        required
      />
      <MarkdownField
        draft={draft}
        at={['steps', step.id, 'text']}
        label={words.text}
        hint={words.textHint}
        maxLength={50_000}
        files={content.files}
      />
      <StepParts draft={draft} content={content} step={step} />
      <div class="fields-2">
        <WordList
          label={words.tools}
          hint={words.listHint}
          words={step.tools}
          longest={80}
          most={50}
          onWords={(tools) => set({ tools })}
        />
        <WordList
          label={words.competences}
          hint={words.listHint}
          words={step.competences}
          longest={80}
          most={20}
          onWords={(competences) => set({ competences })}
        />
        <ReadField
          label={words.minutes}
          inputMode="decimal"
          value={step.minutes === null ? '' : numberTyped(step.minutes)}
          read={(typed) => {
            const minutes = typedIn(typed, 'piece');
            return minutes !== null && minutes > 0 ? minutes : null;
          }}
          mistake={t.draft.parts.notNumber}
          onRead={(minutes) => set({ minutes })}
          onEmpty={() => set({ minutes: null })}
        />
      </div>
      <Fold summary={words.machines} open={step.machines.length > 0}>
        <ManyChips
          label={words.machines}
          values={step.machines}
          options={machineKind.options.map((value) => ({ value, label: t.words.kinds[value] }))}
          onValues={(machines) => set({ machines: machines.slice(0, 20) })}
        />
      </Fold>
      {pictures.length > 0 && (
        <fieldset class="picture-choice">
          <legend>{words.pictures}</legend>
          {pictures.slice(0, 60).map(({ path, fileId, words: shows }) => (
            <label key={path} class="picture-option">
              <input
                type="checkbox"
                checked={step.pictures.includes(path)}
                onChange={(event) =>
                  set({
                    pictures: event.currentTarget.checked
                      ? [...step.pictures, path].slice(0, 50)
                      : step.pictures.filter((each) => each !== path),
                  })
                }
              />
              <img src={addressOfFile(fileId)} alt="" loading="lazy" width={96} height={72} />
              <span>{shows || path}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
