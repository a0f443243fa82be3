import { t } from '../../catalogue/designTexts.ts';
import { Prose } from '../../markdown/prose.tsx';
import { EmptyState } from '../../ui/emptyState.tsx';
import { PageSection } from '../../ui/page.tsx';
import type { SectionProps } from './useDesign.ts';

/** Why it is as it is, as its authors tell it. */
export function Story({ view }: SectionProps) {
  const { content } = view;
  if (!content) return null;
  return (
    <PageSection title={t.designPage.sections.story}>
      {content.story.trim() === '' ? (
        <EmptyState text={t.designPage.noStory} />
      ) : (
        <Prose text={content.story} files={content.files} />
      )}
    </PageSection>
  );
}
