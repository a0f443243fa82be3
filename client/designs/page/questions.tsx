import { useState } from 'preact/hooks';
import type { QuestionRow } from '../../../shared/designs/talkViews.ts';
import { t } from '../../catalogue/designTexts.ts';
import { me } from '../../session.ts';
import { AskForm } from '../../ui/askForm.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { mistakeAt } from '../../ui/formFailure.tsx';
import { PageSection } from '../../ui/page.tsx';
import { State } from '../../ui/state.tsx';
import { dayInWords, memberInWords } from '../words.ts';
import { type TalkProps, useTalkCommand, useTalkForm } from './useTalk.ts';

const words = t.designPage.talk;

/** What people asked, and what helped. */
export function Questions({ questions, ...talk }: TalkProps & { questions: readonly QuestionRow[] }) {
  return (
    <PageSection title={words.questions}>
      {me.value && (
        <TextForm
          {...talk}
          open={words.ask}
          label={words.questionText}
          path="questions"
          done={words.asked}
          extra={{ revision: talk.revision }}
        />
      )}
      {questions.length === 0 && <p class="soft">{words.noQuestions}</p>}
      <ul class="rows">
        {questions.map((question) => (
          <Question key={question.questionId} question={question} {...talk} />
        ))}
      </ul>
    </PageSection>
  );
}

interface TextFormProps extends TalkProps {
  open: string;
  label: string;
  path: string;
  done: string;
  extra?: object;
  /** For where the words alone would be the same twice on a page. */
  heard?: string;
}

/** A text that is sent: opens with a press. */
function TextForm({ open, label, path, done, extra = {}, heard, ...talk }: TextFormProps) {
  const [text, setText] = useState('');
  const form = useTalkForm(talk);
  if (!form.isOpen)
    return (
      <div>
        <Button {...(heard ? { label: heard, kind: 'quiet' } : {})} onPress={() => form.setOpen(true)}>
          {open}
        </Button>
      </div>
    );
  const send = async () => {
    await form.send({ path, body: { ...extra, text }, done });
    setText('');
  };
  return (
    <AskForm
      submitLabel={open}
      onSubmit={send}
      busy={form.state.busy}
      failure={form.state.failure}
      width="measure"
    >
      <TextArea
        label={label}
        required
        value={text}
        error={mistakeAt(form.state.failure, 'text')}
        onValue={setText}
      />
    </AskForm>
  );
}

function Question({ question, ...talk }: TalkProps & { question: QuestionRow }) {
  const { questionId, text, askedBy, at, revision, isMine, entityRevision, answers } = question;
  const { busy, give } = useTalkCommand(talk);
  const asked = text ?? words.gone;
  const order = answers.toSorted((one, other) => Number(other.marked) - Number(one.marked));
  return (
    <li class="talk-row">
      <p>
        <strong>{asked}</strong>
      </p>
      <p class="soft small">{words.by(memberInWords(askedBy), dayInWords(at), revision)}</p>
      {order.length > 0 && (
        <ul class="talk-answers">
          {order.map((answer) => (
            <Answer key={answer.answerId} question={question} answer={answer} {...talk} />
          ))}
        </ul>
      )}
      {me.value && (
        <div class="buttons">
          <TextForm
            {...talk}
            open={words.answer}
            heard={words.about(words.answer, asked.slice(0, 60))}
            label={words.answerText}
            path={`questions/${questionId}/answers`}
            done={words.answered}
          />
          {isMine && (
            <Button
              kind="quiet"
              busy={busy}
              label={words.about(words.withdraw, asked.slice(0, 60))}
              onPress={() =>
                give({
                  path: `questions/${questionId}/withdraw`,
                  body: {},
                  done: words.takenBack,
                  ifMatch: entityRevision,
                })
              }
            >
              {words.withdraw}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

interface AnswerProps extends TalkProps {
  question: QuestionRow;
  answer: QuestionRow['answers'][number];
}

function Answer({ question, answer, ...talk }: AnswerProps) {
  const { busy, give } = useTalkCommand(talk);
  const { answerId, text, answeredBy, at, marked, isMine } = answer;
  const path = `questions/${question.questionId}/answers/${answerId}`;
  const said = (text ?? words.gone).slice(0, 60);
  const mayMark = me.value && (question.isMine || talk.maintains);
  const press = (what: string, to: string, done: string) => (
    <Button
      kind="quiet"
      busy={busy}
      label={words.about(what, said)}
      onPress={() => give({ path: `${path}/${to}`, body: {}, done })}
    >
      {what}
    </Button>
  );
  return (
    <li>
      {marked && <State kind="free">{words.marked}</State>}
      <p>{text ?? words.gone}</p>
      <p class="soft small">
        {memberInWords(answeredBy)}, {dayInWords(at)}
      </p>
      {(mayMark || isMine) && (
        <div class="buttons">
          {mayMark && !marked && press(words.mark, 'mark', words.markDone)}
          {mayMark && marked && press(words.unmark, 'unmark', words.unmarkDone)}
          {isMine && press(words.withdraw, 'withdraw', words.takenBack)}
        </div>
      )}
    </li>
  );
}
