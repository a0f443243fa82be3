import { spanInWords } from '../booking/moments.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { myWorkshops } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { State } from '../ui/state.tsx';
import { useCommand } from '../useCommand.ts';
import type { Board } from './board.ts';
import type { Opened } from './opened.ts';
import { takenCaption } from './words.ts';

export interface TakenProps {
  board: Board;
  opened: Extract<Opened, { kind: 'taken' }>;
  onLifted: () => void;
}

/** A reservation of the workshop or a slot held for somebody; stewards can give a reservation back. */
export function Taken({ board, opened, onLifted }: TakenProps) {
  const { busy, give } = useCommand({ failures: 'toast' });
  const { row, key } = opened;
  const taken = row.taken.find((one) => one.key === key);
  if (!taken) return <p>{t.timeline.gone}</p>;
  const mayLift =
    taken.kind === 'reserved' && myWorkshops.value.some(({ roles }) => roles.includes('steward'));
  return (
    <div class="stack">
      <State kind={taken.kind === 'held' ? 'soon' : 'closed'}>{takenCaption(taken)}</State>
      <p>
        <time>{spanInWords(board.days, taken.start, taken.end)}</time>
      </p>
      {mayLift && (
        <div class="buttons">
          <Button
            busy={busy}
            onPress={() =>
              give({
                method: 'post',
                path: `/api/machines/${row.machine.machineId}/reservations/${key}/lift`,
                body: {},
                done: t.waiting.reserve.lifted,
                after: onLifted,
              })
            }
          >
            {t.waiting.reserve.lift}
          </Button>
        </div>
      )}
    </div>
  );
}
