import type { DraftContent } from '../../../shared/designs/content.ts';
import { designView } from '../../../shared/designs/designViews.ts';
import type { PinnedRevision } from '../../../shared/designs/partLines.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { useResource } from '../../resource.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import type { DraftState } from './state.ts';

const words = t.draft.parts;
/** So many sub-designs are looked after on the page. */
const MOST = 30;

interface NewerSubDesignsProps {
  draft: DraftState;
  content: DraftContent;
}

/** Sub-designs of which a newer revision is out: compared, and taken with one press. */
export function NewerSubDesigns({ draft, content }: NewerSubDesignsProps) {
  const pinned = new Map(
    content.parts.flatMap(({ of }) => (of === null ? [] : [[`${of.designId}:${of.revision}`, of] as const])),
  );
  return (
    <>
      {[...pinned].slice(0, MOST).map(([key, of]) => (
        <Newer key={key} draft={draft} content={content} of={of} />
      ))}
    </>
  );
}

function Newer({ draft, content, of }: NewerSubDesignsProps & { of: PinnedRevision }) {
  const design = useResource(`/api/designs/${of.designId}`, designView);
  const view = design.value.value;
  if (!view || view.latest <= of.revision) return null;
  const latest = { designId: of.designId, revision: view.latest };
  const isOf = (other: PinnedRevision | null) =>
    other?.designId === of.designId && other.revision === of.revision;
  const take = () =>
    draft.replace({
      ...content,
      parts: content.parts.map((line) => (isOf(line.of) ? { ...line, of: latest } : line)),
    });
  return (
    <div class="note stack" data-tone="soon">
      <p>{words.newer(view.summary.title, view.latest)}</p>
      <div class="buttons">
        <Button onPress={take}>{words.newerTake(view.latest)}</Button>
        <ButtonLink href={addressOf.compare(of, latest)}>{words.newerCompare}</ButtonLink>
      </div>
    </div>
  );
}
