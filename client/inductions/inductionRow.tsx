import './inductionRow.css';
import type { InductionView } from '../../shared/competences/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { me } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { slotInWords } from '../ui/objections.tsx';
import { State } from '../ui/state.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.inductions;

export interface InductionRowProps {
  induction: InductionView;
  onChanged: () => void;
}

/** One induction: what, when and where, how many places, and one's own place with its button. */
export function InductionRow({ induction, onChanged }: InductionRowProps) {
  const { competenceName: competence, workshopName, machineName, trainer, note } = induction;
  const where = [
    workshopName,
    machineName && words.on(machineName),
    trainer.name && words.by(trainer.name),
  ].filter((part) => part !== null && part !== '');
  return (
    <li class="induction-row">
      <h3>{competence}</h3>
      <p>
        <time>{slotInWords(induction, induction.timeZone)}</time>
      </p>
      <p class="soft">{where.join(' · ')}</p>
      {note && <p>{note}</p>}
      <PlacesLeft induction={induction} />
      <OwnPlace induction={induction} onChanged={onChanged} />
    </li>
  );
}

function PlacesLeft({ induction: { status, free, waiting, reason } }: { induction: InductionView }) {
  if (status === 'cancelled')
    return <State kind="closed">{reason ? words.cancelledBecause(reason) : words.cancelled}</State>;
  if (status === 'over') return <State kind="closed">{words.over}</State>;
  const line = waiting > 0 ? `${words.places(free)}, ${words.waitingCount(waiting)}` : words.places(free);
  return <State kind={free > 0 ? 'free' : 'taken'}>{line}</State>;
}

function OwnPlace({ induction, onChanged }: InductionRowProps) {
  const { inductionId, competenceName: competence, mine, free, status } = induction;
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const begun = Date.parse(induction.start) <= Date.now();
  const open = status === 'announced' && !begun && induction.allowedActions.includes('induction.takePlace');
  const when = slotInWords(induction, induction.timeZone);
  const takeWord = free > 0 ? words.take : words.wait;
  const take = () =>
    give({
      method: 'post',
      path: `/api/inductions/${inductionId}/take-place`,
      body: {},
      done: free > 0 ? words.taken(competence) : words.waits(competence),
      after: onChanged,
    });
  const giveUp = () =>
    give({
      method: 'post',
      path: `/api/inductions/${inductionId}/give-up`,
      body: {},
      ifMatch: mine?.revision ?? null,
      done: words.gaveUp(competence),
      after: onChanged,
    });
  return (
    <>
      {mine && (
        <State kind={mine.status === 'waiting' ? 'soon' : 'yours'}>
          {mine.status === 'waiting' ? words.mine.waiting(mine.ahead) : words.mine[mine.status]}
        </State>
      )}
      <FormFailure failure={failure} timeZone={induction.timeZone} />
      {open && mine && mine.status !== 'attended' && (
        <Button busy={busy} label={words.of(words.giveUp, competence, when)} onPress={giveUp}>
          {words.giveUp}
        </Button>
      )}
      {open && !mine && induction.trainer.memberId !== me.value?.memberId && (
        <Button busy={busy} label={words.of(takeWord, competence, when)} onPress={take}>
          {takeWord}
        </Button>
      )}
    </>
  );
}
