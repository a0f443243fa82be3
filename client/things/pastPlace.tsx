import { useState } from 'preact/hooks';
import { type ThingView, thingAt } from '../../shared/items/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { useResource } from '../resource.ts';
import { instantOf, todayIn } from '../time/zone.ts';
import { longDate } from '../time.ts';
import { TextField } from '../ui/field.tsx';
import { Fold } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { TimeField } from '../ui/timeField.tsx';
import { InsideTree } from './insideTree.tsx';
import { WhereLine } from './whereLine.tsx';
import { partyInWords } from './words.ts';

const words = t.things;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** "Where was it on 3 March?" */
export function PastPlace({ thing }: { thing: ThingView }) {
  const [day, setDay] = useState('');
  const [time, setTime] = useState('12:00');
  const today = todayIn(thing.timeZone, Date.now());
  return (
    <Fold summary={words.at.title}>
      <div class="stack">
        <div class="fields-2">
          <TextField label={words.at.date} type="date" max={today} value={day} onValue={setDay} />
          <TimeField label={words.at.time} value={time} onValue={setTime} />
        </div>
        {DATE.test(day) && <Then thing={thing} day={day} time={time} />}
      </div>
    </Fold>
  );
}

function Then({ thing, day, time }: { thing: ThingView; day: string; time: string }) {
  const instant = new Date(instantOf(day, time, thing.timeZone)).toISOString();
  const then = useResource(`/api/things/${thing.itemId}/at?instant=${encodeURIComponent(instant)}`, thingAt);
  return (
    <Shown resource={then}>
      {({ known, place, contents }) =>
        known && place ? (
          <section class="note stack" aria-live="polite">
            <p>
              <strong>{words.at.onDay(longDate(day), time)}</strong> {words.states[place.status]}
            </p>
            <WhereLine place={place} />
            <p>
              {words.whose}: {partyInWords(place.owner)}
              {place.holder && ` · ${words.has}: ${partyInWords(place.holder)}`}
            </p>
            {contents.length > 0 && (
              <>
                <p>{words.at.inside}</p>
                <InsideTree thing={{ contents, moreInside: false }} />
              </>
            )}
          </section>
        ) : (
          <p class="note" role="status">
            {words.at.notYet}
          </p>
        )
      }
    </Shown>
  );
}
