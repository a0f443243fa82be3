import './builds.css';
import { IconHammer } from '@tabler/icons-preact';
import type { BuildRow } from '../../shared/builds/views.ts';
import { addressOfFile } from '../../shared/files/kinds.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { dayInWords } from '../designs/words.ts';
import { myWorkshops } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { State } from '../ui/state.tsx';
import { useCommand } from '../useCommand.ts';
import { ofInWords } from './words.ts';

const words = t.builds;

export interface BuildRowProps {
  row: BuildRow;
  showWorkshop: boolean;
  onChanged: () => void;
}

/** One build among others: what it is, how far it is, and what it lacks. */
export function BuildListRow({ row, showWorkshop, onChanged }: BuildRowProps) {
  const { buildId, name, workshop, picture } = row;
  return (
    <li class="build-row">
      {picture ? (
        <img class="build-thumb" src={addressOfFile(picture)} alt="" loading="lazy" />
      ) : (
        <span class="build-thumb" aria-hidden="true">
          <IconHammer />
        </span>
      )}
      <div class="what">
        <a class="name" href={addressOf.build(buildId)}>
          {name}
        </a>
        <p class="soft small">
          {[ofInWords(row), showWorkshop ? workshop?.name : null].filter(Boolean).join(' · ')}
        </p>
        <Standing row={row} />
      </div>
      <Join row={row} onChanged={onChanged} />
    </li>
  );
}

/** How it stands: for open ones what is missing, which is the sign for others to join. */
function Standing({ row }: { row: BuildRow }) {
  const { status, endedAt, lastAt, startedAt, steps, stepsDone, lines, linesMissing, hands } = row;
  if (status === 'completed')
    return <State kind="yours">{words.completedOn(dayInWords(endedAt ?? lastAt))}</State>;
  if (status === 'abandoned')
    return <State kind="closed">{words.abandonedOn(dayInWords(endedAt ?? lastAt))}</State>;
  return (
    <p class="build-standing small">
      {linesMissing > 0 && <State kind="soon">{words.partsMissing(linesMissing)}</State>}
      {linesMissing === 0 && lines > 0 && <State kind="free">{words.allParts}</State>}
      {hands === 0 && <State kind="soon">{words.nobody}</State>}
      <span class="soft">
        {steps > 0 ? words.steps(stepsDone, steps) : words.since(dayInWords(startedAt))}
        {hands > 0 && ` · ${words.handCount(hands)}`}
      </span>
    </p>
  );
}

function Join({ row, onChanged }: Pick<BuildRowProps, 'row' | 'onChanged'>) {
  const { busy, give } = useCommand({ failures: 'toast' });
  const { buildId, name, status, mine, workshop } = row;
  const isNear = myWorkshops.value.some(({ workshopId }) => workshopId === workshop?.workshopId);
  if (status !== 'open' || mine || !isNear) return null;
  return (
    <Button
      busy={busy}
      label={words.joinOf(name)}
      onPress={() =>
        give({
          method: 'post',
          path: `/api/builds/${buildId}/hands`,
          body: {},
          done: words.joined(name),
          after: onChanged,
        })
      }
    >
      {words.join}
    </Button>
  );
}
