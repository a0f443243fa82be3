import { useState } from 'preact/hooks';
import type { DesignStep } from '../../../shared/designs/steps.ts';
import { t } from '../../catalogue/designTexts.ts';
import { randomId } from '../../randomId.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/emptyState.tsx';
import type { SectionProps } from './editor.tsx';
import { addition, nudge, removal } from './entries.ts';
import { numberTyped } from './measures.ts';
import { StepForm } from './stepForm.tsx';

const words = t.draft.steps;

/** The instructions, step by step; one at a time is open. */
export function StepsSection({ draft, content, entry }: SectionProps) {
  const [open, setOpen] = useState<string | null>(entry);
  const { steps } = content;
  const add = () => {
    const id = randomId();
    const step: DesignStep = {
      id,
      title: words.newStep,
      text: '',
      parts: [],
      tools: [],
      machines: [],
      competences: [],
      minutes: null,
      pictures: [],
    };
    draft.edit(addition(content, 'steps', step));
    setOpen(id);
  };
  return (
    <div class="stack">
      {steps.length === 0 && <EmptyState text={words.none} />}
      <ol class="step-rows">
        {steps.map((step, index) => (
          <li key={step.id} id={step.id}>
            {step.id === open ? (
              <div class="entry-group stack measure">
                <StepForm draft={draft} content={content} step={step} />
                <div class="buttons">
                  <Button kind="main" onPress={() => setOpen(null)}>
                    {words.done}
                  </Button>
                  {index > 0 && (
                    <Button
                      label={words.up(step.title)}
                      onPress={() => draft.edit(nudge(content, 'steps', step.id, -1))}
                    >
                      {t.draft.parts.up}
                    </Button>
                  )}
                  {index < steps.length - 1 && (
                    <Button
                      label={words.down(step.title)}
                      onPress={() => draft.edit(nudge(content, 'steps', step.id, 1))}
                    >
                      {t.draft.parts.down}
                    </Button>
                  )}
                  <Button
                    kind="danger"
                    label={words.remove(step.title)}
                    onPress={() => draft.edit(removal(content, 'steps', step.id))}
                  >
                    {t.draft.parts.remove}
                  </Button>
                </div>
              </div>
            ) : (
              <StepRow step={step} number={index + 1} onOpen={() => setOpen(step.id)} />
            )}
          </li>
        ))}
      </ol>
      {steps.length < 1000 && (
        <div>
          <Button onPress={add}>{words.add}</Button>
        </div>
      )}
    </div>
  );
}

function StepRow({ step, number, onOpen }: { step: DesignStep; number: number; onOpen: () => void }) {
  const said = [
    step.minutes !== null && words.minutesOf(numberTyped(step.minutes)),
    step.parts.length > 0 && words.partsOf(step.parts.length),
    step.machines.map((kind) => t.words.kinds[kind]).join(', '),
  ].filter(Boolean);
  return (
    <button type="button" class="line-row step-row" onClick={onOpen}>
      <span class="mono number">{number}</span>
      <span class="name">{step.title}</span>
      <span class="soft specification">{said.join(' · ')}</span>
    </button>
  );
}
