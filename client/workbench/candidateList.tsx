import { IconCirclePlus } from '@tabler/icons-preact';
import { t } from '../catalogue/designTexts.ts';
import { Button } from '../ui/button.tsx';
import { Fold } from '../ui/page.tsx';
import type { Workbench } from './bench.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import type { Place } from './gestures/snap.ts';
import { joinTo } from './join.ts';
import { faceInWords, placeName } from './names.ts';
import { reasonInWords } from './reasons.ts';

const words = t.workbench.joints;
const MOST_SHOWN = 80;

/** Everywhere that an interface can be joined to, and where it cannot, with the reason. */
export function CandidateList({ bench, from }: { bench: Workbench; from: Place }) {
  const found = candidatesFor(bench.solved.value, from) ?? [];
  const fitting = found.filter(({ reason }) => reason === null);
  const others = found.filter(({ reason }) => reason !== null);
  return (
    <div class="stack">
      <p role="status">
        <strong>{words.choosing(placeName(bench, from))}</strong>
      </p>
      <div class="buttons">
        <Button
          onPress={() => {
            bench.joining.value = null;
          }}
        >
          {words.cancel}
        </Button>
      </div>
      <p>{fitting.length === 0 ? words.noneFits : words.can(fitting.length)}</p>
      <ul class="rows">
        {fitting.slice(0, MOST_SHOWN).map((each) => (
          <li key={keyOf(each)}>
            <button type="button" class="bench-candidate" onClick={() => joinTo(bench, each.place)}>
              <IconCirclePlus size={24} aria-hidden="true" />
              <span>
                <strong>{placeName(bench, each.place)}</strong>
                <span class="soft small">{faceInWords(each.face)}</span>
              </span>
            </button>
          </li>
        ))}
        {fitting.length > MOST_SHOWN && <li class="soft">{words.more(fitting.length - MOST_SHOWN)}</li>}
      </ul>
      {others.length > 0 && (
        <Fold summary={words.cannot(others.length)} open={fitting.length === 0}>
          <ul class="rows">
            {others.slice(0, MOST_SHOWN).map((each) => (
              <li key={keyOf(each)} class="bench-refused">
                <span>{placeName(bench, each.place)}</span>
                {each.reason && <span class="soft small">{reasonInWords(each.reason)}</span>}
              </li>
            ))}
            {others.length > MOST_SHOWN && <li class="soft">{words.more(others.length - MOST_SHOWN)}</li>}
          </ul>
        </Fold>
      )}
    </div>
  );
}

const keyOf = ({ place }: Candidate): string => `${place.instance} ${place.interface}`;
