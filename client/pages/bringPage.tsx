import '../designs/bring/bring.css';
import '../designs/draft/draft.css';
import { useState } from 'preact/hooks';
import type { BringReply } from '../../shared/designs/bringingViews.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/designTexts.ts';
import { BringForm } from '../designs/bring/bringForm.tsx';
import { BroughtDesign, Remarks } from '../designs/bring/broughtDesign.tsx';
import type { PageProps } from '../routes.ts';
import { Button } from '../ui/button.tsx';
import { PageFrame, PageSection } from '../ui/page.tsx';

const words = t.draft.bringing;

/** Makes drafts of what one has already: a folder, an archive, a repository, a manifest. */
export function BringPage({ query }: PageProps) {
  const designId = query.design ?? null;
  const [reply, setReply] = useState<BringReply | null>(null);
  return (
    <PageFrame title={t.draft.bring} line={words.line}>
      {designId !== null && (
        <p class="note">
          <a href={addressOf.design(designId)}>{words.again}</a>
        </p>
      )}
      {reply === null ? (
        <BringForm designId={designId} onBrought={setReply} />
      ) : (
        <>
          <p class="note" role="status">
            {words.found(reply.drafts.length)}
          </p>
          {reply.drafts.map((draft) => (
            <BroughtDesign key={draft.draftId} draft={draft} />
          ))}
          {reply.remarks.length > 0 && (
            <PageSection title={words.whole}>
              <Remarks remarks={reply.remarks} />
            </PageSection>
          )}
          <div>
            <Button onPress={() => setReply(null)}>{words.another}</Button>
          </div>
        </>
      )}
    </PageFrame>
  );
}
