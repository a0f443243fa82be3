import { useState } from 'preact/hooks';
import { z } from 'zod';
import type { DraftList } from '../../../shared/designs/draftViews.ts';
import { addressOfFile } from '../../../shared/files/kinds.ts';
import { useAttempt } from '../../account/useAttempt.ts';
import { addressOf } from '../../addresses.ts';
import { commandWith } from '../../api.ts';
import { t } from '../../catalogue/designTexts.ts';
import { wallIn } from '../../time/zone.ts';
import { shortDate } from '../../time.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormFailure } from '../../ui/formFailure.tsx';
import { showToast } from '../../ui/toasts.ts';
import { Origin } from './editor.tsx';

const words = t.draft.list;
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

interface DraftRowProps {
  row: DraftList['drafts'][number];
  onGone: () => void;
}

/** One draft in the list of mine, with the way to open it and to throw it away. */
export function DraftRow({ row, onGone }: DraftRowProps) {
  const [asks, setAsks] = useState(false);
  const { busy, failure, attempt } = useAttempt();
  const title = row.title || t.draft.untitled;
  const saved = wallIn(row.savedAt, ZONE);
  const drop = () =>
    attempt(async () => {
      await commandWith('delete', `/api/drafts/${row.draftId}`, {}, z.object({}));
      showToast(words.dropped);
      onGone();
    });
  return (
    <li class="draft-row">
      {row.picture && <img src={addressOfFile(row.picture)} alt="" loading="lazy" width={96} height={72} />}
      <div class="about">
        <a href={addressOf.draft(row.draftId)}>{title}</a>
        <span class="soft">
          {row.isMine ? <Origin view={row} /> : words.shared},{' '}
          {words.savedOn(`${shortDate(saved.date)} ${saved.time}`)}
        </span>
      </div>
      {row.isMine && (
        <Button label={words.dropNamed(title)} onPress={() => setAsks(true)}>
          {words.drop}
        </Button>
      )}
      {asks && (
        <Dialog title={words.dropNamed(title)} onClose={() => setAsks(false)}>
          <div class="stack">
            <p>{words.dropSure(title)}</p>
            <FormFailure failure={failure} />
            <div class="buttons">
              <Button kind="danger" busy={busy} onPress={drop}>
                {words.dropIt}
              </Button>
              <Button onPress={() => setAsks(false)}>{t.words.cancel}</Button>
            </div>
          </div>
        </Dialog>
      )}
    </li>
  );
}
