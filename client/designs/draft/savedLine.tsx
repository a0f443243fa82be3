import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-preact';
import { t } from '../../catalogue/designTexts.ts';
import { wallIn } from '../../time/zone.ts';
import { Button } from '../../ui/button.tsx';
import type { DraftState, Keeping } from './state.ts';

const words = t.draft.keeping;
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

function sentence(keeping: Keeping, isSafe: boolean): string {
  switch (keeping.is) {
    case 'saved':
      return words.saved(wallIn(new Date(keeping.at).toISOString(), ZONE).time);
    case 'waiting':
      return words.waiting;
    case 'saving':
      return words.saving;
    case 'offline':
      return isSafe ? words.offline : words.offlineUnsafe;
    case 'refused':
      return words.refused(keeping.sentence);
  }
}

/** How it stands with what was typed; undo and redo beside it. */
export function SavedLine({ draft }: { draft: DraftState }) {
  const keeping = draft.keeping.value;
  return (
    <div class="draft-bar" data-state={keeping.is}>
      <p role="status" class="kept">
        {sentence(keeping, draft.isSafe.value)}
      </p>
      <div class="buttons">
        <Button label={words.undo} busy={!draft.canUndo.value} onPress={() => draft.undo()}>
          <IconArrowBackUp aria-hidden="true" />
        </Button>
        <Button label={words.redo} busy={!draft.canRedo.value} onPress={() => draft.redo()}>
          <IconArrowForwardUp aria-hidden="true" />
        </Button>
      </div>
    </div>
  );
}
