import '../machines/pictures.css';
import { useState } from 'preact/hooks';
import { addressOfFile } from '../../shared/files/kinds.ts';
import type { ThingView } from '../../shared/items/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { failureText } from '../failureText.ts';
import { sendPhotograph } from '../files/send.ts';
import { RequestFailed } from '../problem.ts';
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
  const [sending, setSending] = useState(false);
  const { busy, give } = useCommand({ failures: 'toast' });
  if (photographs.length === 0 && !mayChange) return null;
  const path = `/api/things/${itemId}/photographs`;
  const add = async (file: File) => {
    setSending(true);
    try {
      const { fileId } = await sendPhotograph(file);
      await give({ method: 'post', path, body: { fileId }, done: words.added, after: onChanged });
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      showToast(failureText(error), { tone: 'failed' });
    } finally {
      setSending(false);
    }
  };
  const remove = (fileId: string) =>
    give({
      method: 'post',
      path: `${path}/${fileId}/remove`,
      body: {},
      done: words.removed,
      after: onChanged,
    });
  return (
    <PageSection title={words.title}>
      {photographs.length > 0 && (
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
        </ul>
      )}
      {mayChange && (
        <div>
          <FileButton label={words.take} accept="image/*" busy={sending || busy} onFile={add} />
        </div>
      )}
    </PageSection>
  );
}
