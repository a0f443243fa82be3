import { t } from '../catalogue/text.ts';
import { clocksDiffer } from '../time/zone.ts';

/** One short line where the viewer's own clock shows another time than the workshop's wall. */
export function ZoneLine({ timeZone, now }: { timeZone: string; now: number }) {
  if (!clocksDiffer(timeZone, now)) return null;
  return <p class="soft small">{t.time.otherZone(timeZone)}</p>;
}

/** The same for a list that spans workshops: once for each zone that differs. */
export function ZoneLines({ timeZones, now }: { timeZones: readonly string[]; now: number }) {
  return (
    <>
      {[...new Set(timeZones)].map((timeZone) => (
        <ZoneLine key={timeZone} timeZone={timeZone} now={now} />
      ))}
    </>
  );
}
