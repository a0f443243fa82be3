import { useMemo } from 'preact/hooks';
import type { DraftContent } from '../../../shared/designs/content.ts';
import type { DesignStep } from '../../../shared/designs/steps.ts';
import { t } from '../../catalogue/designTexts.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { ReadField } from './draftFields.tsx';
import { rowsOf } from './lines.ts';
import { numberTyped, typedQuantity } from './measures.ts';
import type { DraftState } from './state.ts';

const words = t.draft.steps;
/** More would make the list of choices slow; those that come first in the list are offered. */
const MOST_CHOICES = 500;

interface StepPartsProps {
  draft: DraftState;
  content: DraftContent;
  step: DesignStep;
}

/** The lines of the parts list that are used in a step, and how much of each. */
export function StepParts({ draft, content, step }: StepPartsProps) {
  const rows = useMemo(() => rowsOf(content.parts), [content.parts]);
  const tied = new Set(step.parts.map(({ line }) => line));
  const put = (parts: DesignStep['parts']) => draft.setFields('steps', step.id, { parts });
  const free = rows.filter(({ line }) => !tied.has(line.id));
  return (
    <fieldset class="stack">
      <legend>
        <strong>{words.parts}</strong>
      </legend>
      {step.parts.map(({ line: id, quantity }) => {
        const line = content.parts.find((each) => each.id === id);
        const name = line?.name ?? words.partGone;
        const change = (next: number | null) =>
          put(step.parts.map((each) => (each.line === id ? { line: id, quantity: next } : each)));
        return (
          <div class="entry" key={id}>
            <ReadField
              label={words.partQuantity(name)}
              hint={words.partAll}
              inputMode="decimal"
              value={quantity === null ? '' : numberTyped(quantity)}
              read={(typed) => typedQuantity(typed, line?.unit ?? 'piece')?.quantity ?? null}
              mistake={t.draft.parts.notQuantity}
              onRead={change}
              onEmpty={() => change(null)}
            />
            <Button
              label={words.untie(name)}
              onPress={() => put(step.parts.filter((each) => each.line !== id))}
            >
              {t.draft.parts.remove}
            </Button>
          </div>
        );
      })}
      {free.length > 0 && step.parts.length < 200 && (
        <Field label={words.partAdd}>
          {(control) => (
            <select
              {...control}
              value=""
              onChange={(event) => {
                const line = event.currentTarget.value;
                event.currentTarget.value = '';
                if (line !== '') put([...step.parts, { line, quantity: null }]);
              }}
            >
              <option value="">{words.partChoose}</option>
              {free.slice(0, MOST_CHOICES).map(({ line, number }) => (
                <option key={line.id} value={line.id}>
                  {number} {line.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </fieldset>
  );
}
