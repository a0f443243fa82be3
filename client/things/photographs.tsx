import '../machines/pictures.css';
import { useEffect } from 'preact/hooks';
import { addressOfFile } from '../../shared/files/kinds.ts';
import type { ThingView } from '../../shared/items/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { keepOrSend, sendOrPrepare } from '../offline/keepOrSend.ts';
import { keptAs } from '../offline/keptAs.ts';
import { SaveKept } from '../offline/saveKept.tsx';
import { whenSent } from '../offline/sendUnsent.ts';
import { UnkeptList } from '../offline/unkeptList.tsx';
import { type Unsent, unsent } from '../offline/unsent.ts';
import { UnsentState } from '../offline/unsentState.tsx';
import { useKept } from '../offline/useKept.ts';
import { randomId } from '../randomId.ts';
import { Button } from '../ui/button.tsx';
import { FileButton } from '../ui/fileButton.tsx';
import { PageSection } from '../ui/page.tsx';
import { showToast } from '../ui/toasts.ts';
import { useCommand } from '../useCommand.ts';

const words = t.things.photographs;

/** What it looks like, and a way to show it. */
export function Photographs({ thing, onChanged }: { thing: ThingView; onChanged: () => void }) {
  const { itemId, name, photographs, allowedActions } = thing;
  const mayChange = allowedActions.includes('item.change');
  const path = `/api/things/${itemId}/photographs`;
  const { busy, give } = useCommand({ failures: 'toast' });
  useTold(path, onChanged);
  const waiting = unsent.value.filter((row) => row.path === path);
  if (photographs.length === 0 && waiting.length === 0 && !mayChange) return null;
  const add = async (blob: File) => {
    const key = randomId();
    const given = {
      commandId: randomId(),
      method: 'post',
      path,
      body: { fileId: key },
      ifMatch: null,
    } as const;
    const files = [{ key, kind: 'photograph', blob }] as const;
    if (await keepOrSend({ ...given, what: words.kept(name), files }, words.added)) sendOrPrepare();
  };
  const remove = (fileId: string) =>
    give({
      method: 'post',
      path: `${path}/${fileId}/remove`,
      body: {},
      done: words.removed,
      keepAs: keptAs(words.removed),
      after: onChanged,
    });
  return (
    <PageSection title={words.title}>
      {photographs.length + waiting.length > 0 && (
        <ul class="pictures">
          {photographs.map((fileId, index) => (
            <li key={fileId}>
              <a href={addressOfFile(fileId)} target="_blank" rel="noopener noreferrer">
                <img src={addressOfFile(fileId)} alt={words.numbered(name, index + 1)} loading="lazy" />
              </a>
              {mayChange && (
                <Button
                  kind="quiet"
                  busy={busy}
                  label={words.removeNumbered(index + 1)}
                  onPress={() => remove(fileId)}
                >
                  {words.remove}
                </Button>
              )}
            </li>
          ))}
          {waiting.map((row) => (
            <li key={row.place}>
              <WaitingPicture row={row} />
            </li>
          ))}
        </ul>
      )}
      <UnkeptList under={path} />
      {mayChange && (
        <div>
          <FileButton label={words.take} accept="image/*" onFile={add} />
        </div>
      )}
    </PageSection>
  );
}

/** As it is kept here until it is sent. */
function WaitingPicture({ row }: { row: Unsent }) {
  const key = row.files[0]?.key ?? null;
  const address = useKept(key);
  return (
    <div class="stack">
      {address && <img src={address} alt={row.what} decoding="async" />}
      <UnsentState row={row} mayDrop>
        {row.refusal !== null && key !== null && <SaveKept file={key} kind="photograph" />}
      </UnsentState>
    </div>
  );
}

/** Says that a photograph is there, with Undo, once it has been sent. */
function useTold(path: string, onChanged: () => void): void {
  useEffect(
    () =>
      whenSent((row, reply) => {
        if (row.path !== path) return;
        showToast(words.added, { undo: reply.undo, undone: onChanged });
        onChanged();
      }),
    [path, onChanged],
  );
}
