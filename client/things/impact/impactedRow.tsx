import '../thing.css';
import type { ImpactedThing } from '../../../shared/network/impactViews.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { dayInWords, memberInWords } from '../../designs/words.ts';
import { Button } from '../../ui/button.tsx';
import { State, type StateKind } from '../../ui/state.tsx';
import { useCommand } from '../../useCommand.ts';
import { AnswerProblem } from '../answerProblem.tsx';
import { partyInWords } from '../words.ts';

const words = t.impact;
const SIGNS: Record<ImpactedThing['state'], StateKind> = { open: 'soon', fixed: 'yours', exempted: 'closed' };

interface ImpactedRowProps {
  concerned: ImpactedThing;
  problem: { designId: string; problemId: string };
  onChanged: () => void;
}

/** One thing that has, or had, the problem: what it is, where and with whom, and what its holders did about it. */
export function ImpactedRow({ concerned, problem, onChanged }: ImpactedRowProps) {
  const { thing, state, how, mayAnswer, by, at, reason } = concerned;
  const who = by && at ? words.answered(memberInWords(by), dayInWords(at)) : at ? dayInWords(at) : '';
  return (
    <li class="impacted" data-state={state}>
      <p class="thing-line">
        <a href={addressOf.thing(thing.itemId)}>{[thing.name, thing.serial].filter(Boolean).join(', ')}</a>
        {thing.code && <span class="thing-code small">{thing.code}</span>}
      </p>
      <p class="thing-line small">
        <State kind={SIGNS[state]}>{words.states[state]}</State>
        <span class="soft">
          {[how === 'modified' ? words.modified : '', who].filter(Boolean).join(' · ')}
        </span>
      </p>
      <p class="small">{placeInWords(concerned)}</p>
      {reason && <p>{reason}</p>}
      {mayAnswer && state === 'open' && (
        <AnswerProblem thing={thing} problem={problem} onChanged={onChanged} />
      )}
      {mayAnswer && how === 'answered' && (
        <Reopen concerned={concerned} problem={problem} onChanged={onChanged} />
      )}
    </li>
  );
}

/** `revision 2 · in press No. 2 · of Ada · with Ben`. */
function placeInWords({ fork, revision, through, inside, owner, holder, workshop }: ImpactedThing): string {
  const designs = through.map(({ title }) => title).join(', ');
  const isOfHere =
    owner.kind === 'workshop' && workshop !== null && owner.workshop.workshopId === workshop.workshopId;
  return [
    fork ? words.fork(fork.title, revision) : '',
    designs ? words.through(revision, designs) : fork ? '' : words.revision(revision),
    ...inside.slice(0, 3).map(({ name }) => words.in(name)),
    isOfHere ? '' : words.of(partyInWords(owner)),
    holder ? words.with(partyInWords(holder)) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function Reopen({ concerned: { thing }, problem, onChanged }: ImpactedRowProps) {
  const { busy, give } = useCommand({ failures: 'toast' });
  const { designId, problemId } = problem;
  return (
    <div>
      <Button
        kind="quiet"
        busy={busy}
        label={words.about(words.reopen, thing.name)}
        onPress={() =>
          give({
            method: 'post',
            path: `/api/things/${thing.itemId}/problems/${problemId}/reopen`,
            body: { designId },
            done: words.reopened,
            after: onChanged,
          })
        }
      >
        {words.reopen}
      </Button>
    </div>
  );
}
