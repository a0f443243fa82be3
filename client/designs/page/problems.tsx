import { useState } from 'preact/hooks';
import type { ProblemRow } from '../../../shared/designs/talkViews.ts';
import { type ImpactCounts, impactCounts } from '../../../shared/network/impactViews.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { useResource } from '../../resource.ts';
import { me } from '../../session.ts';
import { AskForm } from '../../ui/askForm.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckField, TextArea } from '../../ui/field.tsx';
import { mistakeAt } from '../../ui/formFailure.tsx';
import { Fold, PageSection } from '../../ui/page.tsx';
import { Danger } from '../danger.tsx';
import { dayInWords, memberInWords } from '../words.ts';
import { type TalkProps, useTalkCommand, useTalkForm } from './useTalk.ts';

const words = t.designPage.talk;
const isOpen = ({ status }: ProblemRow) => status === 'open' || status === 'confirmed';

/** What people found wrong, dangers first, and a way to say so. */
export function Problems({ problems, ...talk }: TalkProps & { problems: readonly ProblemRow[] }) {
  const open = problems.filter(isOpen).toSorted((one, other) => Number(other.safety) - Number(one.safety));
  const closed = problems.filter((problem) => !isOpen(problem));
  const path = problems.length > 0 ? `/api/designs/${talk.designId}/impacts` : null;
  const impacts = useResource(path, impactCounts, [`design-${talk.designId}`, 'item-']).value.value;
  const impactOf = (problem: ProblemRow) =>
    impacts?.problems.find(({ problemId }) => problemId === problem.problemId);
  return (
    <PageSection title={t.affected.problems}>
      {me.value && <RaiseForm {...talk} />}
      {open.length === 0 && <p class="soft">{closed.length > 0 ? words.noOpenProblems : words.noProblems}</p>}
      {open.length > 0 && (
        <ul class="rows">
          {open.map((problem) => (
            <Problem key={problem.problemId} problem={problem} impact={impactOf(problem)} {...talk} />
          ))}
        </ul>
      )}
      {closed.length > 0 && (
        <Fold summary={words.closed}>
          <ul class="rows">
            {closed.map((problem) => (
              <Problem key={problem.problemId} problem={problem} impact={impactOf(problem)} {...talk} />
            ))}
          </ul>
        </Fold>
      )}
    </PageSection>
  );
}

function RaiseForm(talk: TalkProps) {
  const [text, setText] = useState('');
  const [safety, setSafety] = useState(false);
  const form = useTalkForm(talk);
  if (!form.isOpen)
    return (
      <div>
        <Button onPress={() => form.setOpen(true)}>{words.raise}</Button>
      </div>
    );
  const send = async () => {
    const body = { revision: talk.revision, text, safety };
    await form.send({ path: 'problems', body, done: words.raised });
    setText('');
  };
  return (
    <AskForm
      submitLabel={words.raise}
      onSubmit={send}
      busy={form.state.busy}
      failure={form.state.failure}
      width="measure"
    >
      <TextArea
        label={words.problemText}
        required
        value={text}
        error={mistakeAt(form.state.failure, 'text')}
        onValue={setText}
      />
      <CheckField label={words.safety} checked={safety} onChange={setSafety} />
    </AskForm>
  );
}

interface ProblemProps extends TalkProps {
  problem: ProblemRow;
  /** Things that it concerns; undefined: none, or not read yet. */
  impact: ImpactCounts['problems'][number] | undefined;
}

function Problem({ problem, impact, ...talk }: ProblemProps) {
  const { status, safety, text, raisedBy, at, revision, reason, fixedIn } = problem;
  return (
    <li class="talk-row">
      <p>
        {safety && isOpen(problem) ? (
          <Danger>{words.danger}</Danger>
        ) : (
          <strong>{words.status[status]}</strong>
        )}
        {': '}
        {text ?? words.gone}
      </p>
      {reason && <p>{reason}</p>}
      <p class="soft small">
        {words.by(memberInWords(raisedBy), dayInWords(at), revision)}
        {safety && status === 'confirmed' && ` · ${words.status.confirmed}`}
        {fixedIn !== null && ` · ${words.fixedIn(fixedIn)}`}
      </p>
      {impact && (
        <p>
          <a href={addressOf.impact(talk.designId, problem.problemId)}>{concernedInWords(impact)}</a>
        </p>
      )}
      {me.value && <ProblemActs problem={problem} {...talk} />}
    </li>
  );
}

/** The things of the design itself, and those of its forks. */
function concernedInWords({ affected, counts, inForks }: ImpactCounts['problems'][number]): string {
  const isAny = ({ open, fixed, exempted }: typeof counts) => open + fixed + exempted > 0;
  return [
    isAny(counts) ? t.affected.things(affected.length, counts) : '',
    isAny(inForks) ? t.affected.inForks(inForks) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function ProblemActs({ problem, ...talk }: TalkProps & { problem: ProblemRow }) {
  const { problemId, status, isMine, entityRevision: ifMatch, text, revision } = problem;
  const { busy, give } = useTalkCommand(talk);
  const dismissal = useTalkForm(talk);
  const [reason, setReason] = useState('');
  const path = `problems/${problemId}`;
  const about = (what: string) => words.about(what, (text ?? '').slice(0, 60));
  const press = (what: string, to: string, done: string, body: object = {}) => (
    <Button
      kind="quiet"
      busy={busy}
      label={about(what)}
      onPress={() => give({ path: `${path}/${to}`, body, done, ifMatch })}
    >
      {what}
    </Button>
  );
  if (dismissal.isOpen)
    return (
      <AskForm
        submitLabel={words.dismiss}
        onSubmit={() =>
          dismissal.send({ path: `${path}/dismiss`, body: { reason }, done: words.dismissed, ifMatch })
        }
        busy={dismissal.state.busy}
        failure={dismissal.state.failure}
        width="measure"
      >
        <TextArea label={words.reason} required value={reason} onValue={setReason} />
      </AskForm>
    );
  return (
    <div class="buttons">
      {talk.maintains && isOpen(problem) && (
        <>
          {status === 'open' && press(words.confirm, 'confirm', words.confirmed)}
          {talk.latest > revision &&
            press(words.fix(talk.latest), 'fix', words.fixed, { revision: talk.latest })}
          <Button kind="quiet" label={about(words.dismiss)} onPress={() => dismissal.setOpen(true)}>
            {words.dismiss}
          </Button>
        </>
      )}
      {(talk.maintains || isMine) &&
        (status === 'dismissed' || status === 'fixed') &&
        press(words.reopen, 'reopen', words.reopened)}
      {isMine && isOpen(problem) && press(words.withdraw, 'withdraw', words.takenBack)}
    </div>
  );
}
