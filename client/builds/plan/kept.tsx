import type { PlanLine } from '../../../shared/plans/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { quantityInWords } from '../../designs/figures.ts';
import { keptAs } from '../../offline/keptAs.ts';
import { myWorkshops } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { State } from '../../ui/state.tsx';
import { type Ask, useCommand } from '../../useCommand.ts';
import type { PlanRowProps } from './planRow.tsx';

const words = t.buildPlan;

type Kept = PlanLine['reserved'][number];
interface ReservedProps extends Pick<PlanRowProps, 'line' | 'build' | 'onChanged'> {
  kept: Kept;
}

const keptTold = ({ quantity, unit, name }: Kept) => `${quantityInWords(quantity, unit)} ${name}`;

/** What lies on a shelf is let go by those who work there. */
const mayRelease = ({ workshop }: Kept) =>
  myWorkshops.value.some(({ workshopId }) => workshopId === workshop?.workshopId);

const releasing = (kept: Kept, after: () => void): Ask => ({
  method: 'post',
  path: `/api/workshops/${kept.workshop?.workshopId}/stock/${kept.materialId}/release`,
  body: { stockReservationId: kept.stockReservationId },
  done: words.released(keptTold(kept)),
  keepAs: keptAs(words.released(keptTold(kept))),
  after,
});

/** What a shelf keeps for this line, until it is taken or let go. */
export function Reserved({ kept, line, build, onChanged }: ReservedProps) {
  const { busy, give } = useCommand({ failures: 'toast' });
  const what = keptTold(kept);
  return (
    <p class="plan-kept small">
      <State kind="yours">
        {words.kept(
          what,
          [kept.workshop?.name, kept.shelf && words.onShelf(kept.shelf)].filter(Boolean).join(', '),
        )}
      </State>
      {build && mayRelease(kept) && (
        <Button
          kind="quiet"
          busy={busy}
          label={words.releaseOf(what, line.name)}
          onPress={() => give(releasing(kept, onChanged))}
        >
          {words.release}
        </Button>
      )}
    </p>
  );
}

/** Nobody has chosen any more how a line is to be met. */
export function LeaveOpen({
  buildId,
  line,
  onChanged,
}: {
  buildId: string;
  line: PlanLine;
  onChanged: () => void;
}) {
  const { busy, give } = useCommand({ failures: 'toast' });
  return (
    <Button
      kind="quiet"
      busy={busy}
      label={words.leaveOpenOf(line.name)}
      onPress={async () => {
        // What was kept for this way of meeting it is kept for nothing now.
        for (const kept of line.reserved) if (mayRelease(kept)) await give(releasing(kept, onChanged));
        await give({
          method: 'post',
          path: `/api/builds/${buildId}/lines/${line.line}/choose`,
          body: { choice: null },
          done: words.leftOpen(line.name),
          keepAs: keptAs(words.leftOpen(line.name)),
          after: onChanged,
        });
      }}
    >
      {words.leaveOpen}
    </Button>
  );
}
