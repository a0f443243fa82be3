import './talk.css';
import { talkView } from '../../../shared/designs/talkViews.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { useResource } from '../../resource.ts';
import { me } from '../../session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Shown } from '../../ui/shown.tsx';
import { Problems } from './problems.tsx';
import { Questions } from './questions.tsx';
import { Reviews } from './reviews.tsx';
import type { SectionProps } from './useDesign.ts';

/** What people say about a design. */
export function Talk({ design, view, asked, onChanged }: SectionProps) {
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
          {!me.value && (
            <div class="buttons">
              <ButtonLink href={addressOf.signIn(addressOf.designPart(designId, 'talk', asked))}>
                {t.designPage.talk.signIn}
              </ButtonLink>
            </div>
          )}
          <Problems problems={problems} {...props} />
          <Questions questions={questions} {...props} />
          <Reviews reviews={reviews} {...props} />
        </>
      )}
    </Shown>
  );
}
