import { useState } from 'preact/hooks';
import { type ReviewMark, reviewMark } from '../../../shared/designs/events.ts';
import type { ReviewRow } from '../../../shared/designs/talkViews.ts';
import { t } from '../../catalogue/designTexts.ts';
import { me } from '../../session.ts';
import { AskForm } from '../../ui/askForm.tsx';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { TextArea } from '../../ui/field.tsx';
import { PageSection } from '../../ui/page.tsx';
import { Danger } from '../danger.tsx';
import { dayInWords, memberInWords } from '../words.ts';
import { type TalkProps, useTalkCommand, useTalkForm } from './useTalk.ts';

const words = t.designPage.talk;
const { marks } = t.designPage;

/** What others checked or built. A review marks and never gates. */
export function Reviews({ reviews, ...talk }: TalkProps & { reviews: readonly ReviewRow[] }) {
  return (
    <PageSection title={words.reviews}>
      {me.value && <ReviewForm {...talk} />}
      {reviews.length === 0 && <p class="soft">{words.noReviews}</p>}
      <ul class="rows">
        {reviews.map((review) => (
          <Review key={review.reviewId} review={review} {...talk} />
        ))}
      </ul>
    </PageSection>
  );
}

function ReviewForm(talk: TalkProps) {
  const [mark, setMark] = useState<ReviewMark>('builtIt');
  const [text, setText] = useState('');
  const form = useTalkForm(talk);
  if (!form.isOpen)
    return (
      <div>
        <Button onPress={() => form.setOpen(true)}>{words.review}</Button>
      </div>
    );
  const send = async () => {
    const body = { revision: talk.revision, mark, text };
    await form.send({ path: 'reviews', body, done: words.reviewed });
    setText('');
  };
  return (
    <AskForm
      submitLabel={words.review}
      onSubmit={send}
      busy={form.state.busy}
      failure={form.state.failure}
      width="measure"
    >
      <Chips
        label={words.reviewMark}
        value={mark}
        options={reviewMark.options.map((value) => ({ value, label: marks[value] }))}
        onValue={setMark}
      />
      <TextArea label={`${words.reviewText} (${t.words.optional})`} value={text} onValue={setText} />
    </AskForm>
  );
}

function Review({ review, ...talk }: TalkProps & { review: ReviewRow }) {
  const { reviewId, mark, text, reviewedBy, at, revision, isMine } = review;
  const { busy, give } = useTalkCommand(talk);
  return (
    <li class="talk-row">
      <p>
        {mark === 'safetyConcern' ? <Danger>{marks[mark]}</Danger> : <strong>{marks[mark]}</strong>}
        {text && `: ${text}`}
      </p>
      <p class="soft small">{words.by(memberInWords(reviewedBy), dayInWords(at), revision)}</p>
      {isMine && (
        <div>
          <Button
            kind="quiet"
            busy={busy}
            label={words.about(words.withdraw, marks[mark])}
            onPress={() => give({ path: `reviews/${reviewId}/take-back`, body: {}, done: words.takenBack })}
          >
            {words.withdraw}
          </Button>
        </div>
      )}
    </li>
  );
}
