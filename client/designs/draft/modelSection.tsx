import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/emptyState.tsx';
import type { SectionProps } from './editor.tsx';

const words = t.workbench.section;

/** What stands in the design's model, and the way to work on it. */
export function ModelSection({ content, view }: SectionProps) {
  const { instances, mates } = content;
  const open = <ButtonLink href={addressOf.workbench(view.draftId)}>{words.open}</ButtonLink>;
  if (instances.length === 0) return <EmptyState text={words.none}>{open}</EmptyState>;
  return (
    <div class="stack">
      <p>
        {words.things(instances.length)} {mates.length > 0 && words.joints(mates.length)}
      </p>
      <div>{open}</div>
    </div>
  );
}
