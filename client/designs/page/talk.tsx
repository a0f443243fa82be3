import './talk.css';
import { talkView } from '../../../shared/designs/views.ts';
import { useResource } from '../../resource.ts';
import { Shown } from '../../ui/shown.tsx';
import { Problems } from './problems.tsx';
import { Questions } from './questions.tsx';
import { Reviews } from './reviews.tsx';
import type { SectionProps } from './useDesign.ts';

/** What people say about a design. */
export function Talk({ design, view, onChanged }: SectionProps) {
  const { designId, latest, mine } = design;
  const talk = useResource(`/api/designs/${designId}/talk`, talkView, [`design-${designId}`]);
  const props = {
    designId,
    latest,
    revision: view.revision,
    maintains: mine.maintains,
    onChanged: () => {
      talk.refetch();
      onChanged();
    },
  };
  return (
    <Shown resource={talk}>
      {({ problems, questions, reviews }) => (
        <>
          <Problems problems={problems} {...props} />
          <Questions questions={questions} {...props} />
          <Reviews reviews={reviews} {...props} />
        </>
      )}
    </Shown>
  );
}
