import { t } from '../../catalogue/designTexts.ts';
import { DraftText } from './draftFields.tsx';
import type { SectionProps } from './editor.tsx';

const words = t.draft.about;

/** The title; a fork that is still called as what it was forked from is asked for one of its own. */
export function TitleField({ draft, content, view }: Pick<SectionProps, 'draft' | 'content' | 'view'>) {
  const source = view.forkOf?.title;
  const isSame = source !== undefined && content.title.trim() === source;
  return (
    <DraftText
      draft={draft}
      at={['title']}
      label={words.title}
      maxLength={120}
      {...(isSame ? { hint: words.ownTitle(source) } : {})}
    />
  );
}
