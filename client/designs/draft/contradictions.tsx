import type { Contradiction } from '../../../shared/designs/contradictionView.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import type { Section, SectionProps } from './editor.tsx';

const words = t.draft.publish;
const MOST = 50;
const SECTION_OF: Record<string, Section> = {
  parts: 'parts',
  steps: 'steps',
  files: 'files',
  interfaces: 'needs',
  parameters: 'needs',
  relations: 'needs',
};

interface ContradictionsProps {
  draftId: string;
  contradictions: readonly Contradiction[];
  onShow: SectionProps['onShow'];
}

/** What does not fit together within the draft, each with the way to where it stands. Nothing is refused for it. */
export function Contradictions({ draftId, contradictions, onShow }: ContradictionsProps) {
  if (contradictions.length === 0) return null;
  return (
    <div class="note stack" data-tone="soon">
      <h2>{words.contradictions}</h2>
      <ul class="rows">
        {contradictions.slice(0, MOST).map((contradiction) => {
          const { kind, sentence, at, values } = contradiction;
          const [first = '', entry = null] = at[0] ?? [];
          return (
            <li key={`${kind} ${sentence}`} class="stack">
              <p>{sentence}</p>
              {values.length > 1 && !values.every((value) => sentence.includes(value)) && (
                <p class="soft">{values.join(' · ')}</p>
              )}
              {first === 'instances' && (
                <div>
                  <ButtonLink label={`${words.show}: ${sentence}`} href={addressOf.workbench(draftId)}>
                    {words.show}
                  </ButtonLink>
                </div>
              )}
              {at.length > 0 && first !== 'instances' && (
                <div>
                  <Button
                    label={`${words.show}: ${sentence}`}
                    onPress={() => onShow(SECTION_OF[first] ?? 'about', entry)}
                  >
                    {words.show}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
