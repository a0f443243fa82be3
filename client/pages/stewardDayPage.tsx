import { useState } from 'preact/hooks';
import { stewardDayView } from '../../shared/machines/careViews.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useNow } from '../clock.ts';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { Areas } from '../stewardDay/areas.tsx';
import { CloseMachine } from '../stewardDay/closeMachine.tsx';
import { countsInWords, topicsOfDay } from '../stewardDay/counts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.care.day;

/** What waits for whoever is on duty: counts first, then each area that has something. */
export function StewardDayPage({ params }: PageProps) {
  const workshopId = params.workshopId ?? '';
  const day = useResource(
    `/api/workshops/${workshopId}/steward-day`,
    stewardDayView,
    topicsOfDay(workshopId),
  );
  const now = useNow(day.refetch);
  const [closing, setClosing] = useState(false);
  const view = day.value.value;
  return (
    <PageFrame
      title={view ? words.title(view.workshopName) : words.one}
      action={
        <Button kind="danger" onPress={() => setClosing(true)}>
          {words.close}
        </Button>
      }
      line={view && countsInWords(view)}
    >
      <Shown resource={day}>
        {(shown) =>
          countsInWords(shown) === '' ? (
            <EmptyState text={words.quiet} />
          ) : (
            <Areas day={shown} now={now} onChanged={day.refetch} />
          )
        }
      </Shown>
      {closing && (
        <Dialog title={words.close} onClose={() => setClosing(false)}>
          <CloseMachine
            workshopId={workshopId}
            onDone={() => {
              setClosing(false);
              day.refetch();
            }}
          />
        </Dialog>
      )}
    </PageFrame>
  );
}
