import { t } from '../catalogue/workshopTexts.ts';
import { me } from '../session.ts';
import { lastDateBefore } from '../time/zone.ts';
import { shortDate } from '../time.ts';

/** Until when the viewer is paused in a workshop, and why; nothing where they are not. */
export function OwnPause({ workshopId, timeZone }: { workshopId: string; timeZone: string }) {
  const pause = me.value?.workshops.find((own) => own.workshopId === workshopId)?.pause;
  if (!pause) return null;
  const until = shortDate(lastDateBefore(pause.until, timeZone));
  return (
    <p class="note" data-tone="danger">
      {pause.reason ? t.workshops.pause(until, pause.reason) : t.workshops.pauseOnly(until)}
    </p>
  );
}
