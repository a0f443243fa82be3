import './freeRow.css';
import type { FreeMachine } from '../../shared/availability/free.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { NextInductions } from '../inductions/nextInductions.tsx';
import { dateOf, moment, numberInWords } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { Plate } from '../ui/plate.tsx';

const words = t.find;
type Gap = FreeMachine['gaps'][number];

/** A machine with its first gaps as buttons. */
export function FreeRow({
  machine,
  today,
  onGap,
}: {
  machine: FreeMachine;
  today: string;
  onGap: (gap: Gap) => void;
}) {
  return (
    <li class="free-row">
      <Plate name={machine.name} href={addressOf.machine(machine.machineId)} />
      <p class="soft">{placeInWords(machine)}</p>
      <div class="buttons">
        {machine.gaps.map((gap) => {
          const line = words.gap(moment(gap.start, today), endOf(gap));
          return (
            <Button key={gap.start} label={words.gapOf(line, machine.name)} onPress={() => onGap(gap)}>
              <time>{line}</time>
            </Button>
          );
        })}
      </div>
    </li>
  );
}

/** A machine that the viewer cannot have, with the reasons and the way to it. */
export function NotYouRow({ machine }: { machine: FreeMachine }) {
  return (
    <li class="free-row">
      <Plate name={machine.name} href={addressOf.machine(machine.machineId)} />
      <p class="soft">{placeInWords(machine)}</p>
      <ul>
        {machine.objections.map(({ rule, message }) => (
          <li key={rule}>{message}</li>
        ))}
      </ul>
      <NextInductions inductions={machine.inductions} />
    </li>
  );
}

/** The end of the gap: its time, with the day where it is another. */
const endOf = ({ start, until }: Gap) => moment(until, dateOf(start));

function placeInWords({ kind, workshopName, metres }: FreeMachine): string {
  const place = [t.words.kinds[kind], workshopName];
  if (metres !== null && metres >= 1_000) {
    const kilometres = numberInWords(Math.round(metres / 100) / 10);
    place.push(words.away(words.kilometres(kilometres)));
  }
  return place.join(' · ');
}
