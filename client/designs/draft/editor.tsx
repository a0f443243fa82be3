import './draft.css';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { DraftContent } from '../../../shared/designs/content.ts';
import type { DraftView } from '../../../shared/designs/draftViews.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { failureText } from '../../failureText.ts';
import { PageLoading } from '../../frame/pageLoading.tsx';
import type { RequestFailed } from '../../problem.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { PageFrame } from '../../ui/page.tsx';
import { AboutSection } from './aboutSection.tsx';
import { ConflictList } from './conflictList.tsx';
import { FilesSection } from './filesSection.tsx';
import { ModelSection } from './modelSection.tsx';
import { NeedsSection } from './needsSection.tsx';
import { PartsSection } from './partsSection.tsx';
import { PublishSection } from './publishSection.tsx';
import { SavedLine } from './savedLine.tsx';
import type { DraftState } from './state.ts';
import { StepsSection } from './stepsSection.tsx';
import { useDraft } from './useDraft.ts';

const words = t.draft;
const SECTIONS = ['about', 'model', 'parts', 'steps', 'files', 'needs', 'publish'] as const;
export type Section = (typeof SECTIONS)[number];

/** What every section is given. */
export interface SectionProps {
  draft: DraftState;
  content: DraftContent;
  view: DraftView;
  /** The entry that is shown first: somebody followed a link to it. */
  entry: string | null;
  /** Shows another section, and an entry in it. */
  onShow: (section: Section, entry: string | null) => void;
}

const drawn: Record<Section, (props: SectionProps) => VNode | null> = {
  about: AboutSection,
  model: ModelSection,
  parts: PartsSection,
  steps: StepsSection,
  files: FilesSection,
  needs: NeedsSection,
  publish: PublishSection,
};

interface DraftEditorProps {
  draftId: string;
  /** The section that the address names. */
  first: string;
  title: string;
}

/** The page of one draft. */
export function DraftEditor({ draftId, first, title }: DraftEditorProps) {
  const { draft, failure, tryAgain } = useDraft(draftId);
  const [shown, setShown] = useState<{ section: Section; entry: string | null }>({
    section: SECTIONS.find((each) => each === first) ?? 'about',
    entry: null,
  });
  const content = draft.content.value;
  const view = draft.view.value;
  if (!content || !view)
    return (
      <PageFrame title={title}>
        {failure ? <NotThere failure={failure} tryAgain={tryAgain} /> : <PageLoading />}
      </PageFrame>
    );
  const Section = drawn[shown.section];
  const show = (section: Section, entry: string | null) => setShown({ section, entry });
  return (
    <PageFrame title={content.title || words.untitled} line={<Origin view={view} />}>
      <div class="draft">
        <SavedLine draft={draft} />
        {draft.restored.value > 0 && (
          <p class="note" role="status">
            {words.keeping.restored(draft.restored.value)}
          </p>
        )}
        <ConflictList draft={draft} content={content} />
        <Chips
          label={words.sections.label}
          quiet
          line
          value={shown.section}
          options={SECTIONS.map((value) => ({ value, label: words.sections[value] }))}
          onValue={(section) => show(section, null)}
        />
        <Section
          key={`${shown.section} ${shown.entry}`}
          draft={draft}
          content={content}
          view={view}
          entry={shown.entry}
          onShow={show}
        />
      </div>
    </PageFrame>
  );
}

function NotThere({ failure, tryAgain }: { failure: RequestFailed; tryAgain: () => void }) {
  return (
    <div class="stack" role="alert">
      <p>{failure.kind === 'not-found' ? words.gone : failureText(failure)}</p>
      <div class="buttons">
        {failure.kind === 'not-found' ? (
          <ButtonLink href={addressOf.drafts}>{words.title}</ButtonLink>
        ) : (
          <Button onPress={tryAgain}>{t.words.tryAgain}</Button>
        )}
      </div>
    </div>
  );
}

/** Where the draft comes from. */
export function Origin({ view }: { view: Pick<DraftView, 'designId' | 'forkOf' | 'title'> }) {
  if (view.forkOf) {
    const { designId, revision, title } = view.forkOf;
    return <a href={addressOf.revision(designId, revision)}>{words.list.forkOf(title, revision)}</a>;
  }
  if (view.designId)
    return (
      <a href={addressOf.design(view.designId)}>{words.list.revisionOf(view.title || words.untitled)}</a>
    );
  return <>{words.list.own}</>;
}
