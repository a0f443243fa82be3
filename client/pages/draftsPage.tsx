import '../designs/draft/draft.css';
import { draftList } from '../../shared/designs/draftViews.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/designTexts.ts';
import { DraftRow } from '../designs/draft/draftRow.tsx';
import { NewDraft } from '../designs/draft/newDraft.tsx';
import { useResource } from '../resource.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame, PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.draft;

/** What one is writing and has not published yet. */
export function DraftsPage() {
  const drafts = useResource('/api/drafts', draftList);
  return (
    <PageFrame
      title={words.title}
      line={words.list.line}
      action={<ButtonLink href={addressOf.bring}>{words.bring}</ButtonLink>}
    >
      <Shown resource={drafts}>
        {({ drafts: mine }) =>
          mine.length === 0 ? (
            <EmptyState text={words.list.none}>
              <ButtonLink href={addressOf.designs}>{t.designs.title}</ButtonLink>
            </EmptyState>
          ) : (
            <ul class="rows">
              {mine.map((row) => (
                <DraftRow key={row.draftId} row={row} onGone={drafts.refetch} />
              ))}
            </ul>
          )
        }
      </Shown>
      <PageSection title={words.list.begin}>
        <NewDraft />
      </PageSection>
    </PageFrame>
  );
}
