import { draftList } from '../../shared/designs/draftViews.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/designTexts.ts';
import { NewDraft } from '../designs/draft/newDraft.tsx';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { PageFrame, PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { WorkbenchScreen } from '../workbench/workbenchScreen.tsx';

const words = t.workbench;

/** The model of a draft, to be worked on. */
export function WorkbenchPage({ params, query }: PageProps) {
  const draftId = params.draftId ?? '';
  return <WorkbenchScreen key={draftId} draftId={draftId} first={query.module ?? null} />;
}

/** Where a machine begins: a new draft, or one of those that are there. */
export function NewWorkbenchPage({ query }: PageProps) {
  const drafts = useResource('/api/drafts', draftList);
  return (
    <PageFrame title={words.title} line={words.line}>
      <PageSection title={words.begin}>
        <NewDraft
          first={words.newMachine}
          leadsTo={(draftId) => addressOf.workbench(draftId, query.module)}
        />
      </PageSection>
      <Shown resource={drafts}>
        {({ drafts: mine }) =>
          mine.length === 0 ? null : (
            <PageSection title={t.draft.title}>
              <ul class="rows">
                {mine.map(({ draftId, title }) => (
                  <li key={draftId}>
                    <a class="bench-draft" href={addressOf.workbench(draftId)}>
                      {title || t.draft.untitled}
                    </a>
                  </li>
                ))}
              </ul>
            </PageSection>
          )
        }
      </Shown>
    </PageFrame>
  );
}
