import type { ContentChange, ContentConflict } from '../../../shared/designs/changes.ts';
import { keyOfChange } from '../../../shared/designs/changes.ts';
import type { DraftContent } from '../../../shared/designs/content.ts';
import { useAttempt } from '../../account/useAttempt.ts';
import { t } from '../../catalogue/designTexts.ts';
import { Button } from '../../ui/button.tsx';
import { FormFailure } from '../../ui/formFailure.tsx';
import { nameOf, placeInWords, shortly } from './changeWords.ts';
import type { DraftState } from './state.ts';

const words = t.draft.conflicts;

/** What the person wanted there, as a text. */
const mineOf = (change: ContentChange): unknown => {
  if (change.kind === 'set') return change.to;
  return change.kind === 'remove' ? null : 'value' in change ? change.value : null;
};

const inWords = (value: unknown): string => {
  if (value === null || value === undefined) return words.gone;
  return (
    shortly(value) ?? (typeof value === 'string' ? value : nameOf(value) || JSON.stringify(value, null, 1))
  );
};

/** Both sides of every change that met somebody else's, with one press for either. */
export function ConflictList({ draft, content }: { draft: DraftState; content: DraftContent }) {
  const conflicts = draft.conflicts.value;
  if (conflicts.length === 0) return null;
  return (
    <section class="note stack" data-tone="soon" role="alert" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul class="rows">
        {conflicts.map((conflict) => (
          <Conflict key={keyOfChange(conflict.change)} draft={draft} content={content} conflict={conflict} />
        ))}
      </ul>
    </section>
  );
}

interface ConflictProps {
  draft: DraftState;
  content: DraftContent;
  conflict: ContentConflict;
}

function Conflict({ draft, content, conflict }: ConflictProps) {
  const { busy, failure, attempt } = useAttempt();
  const where = placeInWords(conflict.change, content);
  return (
    <li class="stack">
      <strong>{where}</strong>
      <dl class="sides">
        <div>
          <dt>{words.yours}</dt>
          <dd>{inWords(mineOf(conflict.change))}</dd>
        </div>
        <div>
          <dt>{words.theirs}</dt>
          <dd>{inWords(conflict.mine)}</dd>
        </div>
      </dl>
      <div class="buttons">
        <Button label={words.keepMineOf(where)} onPress={() => draft.keepMine(conflict)}>
          {words.keepMine}
        </Button>
        <Button
          label={words.takeTheirsOf(where)}
          busy={busy}
          onPress={() => attempt(() => draft.takeTheirs(conflict))}
        >
          {words.takeTheirs}
        </Button>
      </div>
      <FormFailure failure={failure} />
    </li>
  );
}
