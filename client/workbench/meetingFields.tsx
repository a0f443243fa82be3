import type { Mate } from '../../shared/assemblies/instances.ts';
import { degreesTold } from '../assemblies/measures.ts';
import { t } from '../catalogue/designTexts.ts';
import { Button } from '../ui/button.tsx';
import { LengthField } from '../ui/lengthField.tsx';
import { Fold } from '../ui/page.tsx';
import type { Workbench } from './bench.ts';
import { type Meeting, placeOf, setMeeting } from './gestures/snap.ts';

const words = t.workbench.joints;
/** Of interfaces that turn freely. */
const USUAL_STEP = 15;

interface MeetingFieldsProps {
  bench: Workbench;
  mate: Mate;
}

/** How two things meet: turned in the steps that fit, and aside, by holes where there are holes. */
export function MeetingFields({ bench, mate }: MeetingFieldsProps) {
  const solved = bench.solved.value;
  const stays = placeOf(solved, mate.one);
  const moves = placeOf(solved, mate.other);
  const set = (meeting: Partial<Meeting>) =>
    bench.act(setMeeting(bench.solvedDraft(), mate.id, { turn: mate.turn, offset: mate.offset, ...meeting }));
  const aside = (axis: 'x' | 'y' | 'z', to: number | string) =>
    set({ offset: { ...mate.offset, [axis]: to } });
  const step = stepOf(stays?.turns ?? USUAL_STEP, moves?.turns ?? USUAL_STEP);
  const pitch = stays?.kind === 'holeGrid' ? stays.pitch : null;
  const turned = (by: number) => ((mate.turn + by + 540) % 360) - 180;
  return (
    <Fold summary={words.how} open={pitch !== null}>
      <div class="stack">
        {step < 360 && (
          <div class="bench-stepper">
            <Button label={words.turnBack(degreesTold(step))} onPress={() => set({ turn: turned(-step) })}>
              −
            </Button>
            <span class="mono">{words.turned(degreesTold(mate.turn))}</span>
            <Button label={words.turnOn(degreesTold(step))} onPress={() => set({ turn: turned(step) })}>
              +
            </Button>
          </div>
        )}
        {pitch !== null &&
          (['x', 'y'] as const).map((axis) => {
            const { [axis]: now } = mate.offset;
            const holes = typeof now === 'number' ? Math.round(now / pitch) : null;
            if (holes === null) return null;
            return (
              <div class="bench-stepper" key={axis}>
                <Button label={words.holeBack(axis)} onPress={() => aside(axis, (holes - 1) * pitch)}>
                  −
                </Button>
                <span>
                  {words.hole(axis)}: <span class="mono">{holes}</span>
                </span>
                <Button label={words.holeOn(axis)} onPress={() => aside(axis, (holes + 1) * pitch)}>
                  +
                </Button>
              </div>
            );
          })}
        <div class="fields-3">
          {(['x', 'y', 'z'] as const).map((axis) => (
            <LengthField
              key={axis}
              label={words.aside(axis)}
              value={mate.offset[axis]}
              mayFormula
              onValue={(to) => aside(axis, to)}
            />
          ))}
        </div>
      </div>
    </Fold>
  );
}

/** Turns that suit both: the smaller step divides the larger where both are steps of a circle. */
const stepOf = (one: number, other: number): number => {
  const step = Math.min(one, other);
  return step < 1 ? USUAL_STEP : step;
};
