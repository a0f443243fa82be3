import { t } from '../catalogue/designTexts.ts';
import { numberTyped, typedIn } from '../designs/draft/measures.ts';
import { lengthTold, lengthUnits } from '../measures/lengthUnits.ts';
import { Button } from '../ui/button.tsx';
import { LengthField } from '../ui/lengthField.tsx';
import { Fold } from '../ui/page.tsx';
import type { Workbench } from './bench.ts';
import { groupOf } from './gestures/groups.ts';
import { AXES, anglesOf, directionOf, moveBy, placeAt, turnBy, turnTo } from './gestures/move.ts';
import { LeftField } from './leftField.tsx';
import { pushOf } from './push.ts';

const words = t.workbench.settings;
const axisName = (index: number): string => ['x', 'y', 'z'][index] ?? '';

interface PlacePanelProps {
  bench: Workbench;
  /** The one whose place is shown. */
  id: string;
  /** All that are moved. */
  ids: readonly string[];
}

/** Where the chosen thing stands and how it is turned, in numbers; buttons push it by a step. */
export function PlacePanel({ bench, id, ids }: PlacePanelProps) {
  const at = bench.standing.value.get(id);
  const content = bench.content.value;
  if (!at || !content) return null;
  const isHeld = groupOf(content, id).length > 1;
  const angles = anglesOf(at);
  const push = pushOf(lengthUnits.value);
  return (
    <Fold summary={words.place}>
      <div class="stack">
        {isHeld && <p class="soft small">{words.held}</p>}
        <div class="fields-3">
          {at.origin.map((value, index) => (
            <LengthField
              key={axisName(index)}
              label={words.along(axisName(index))}
              value={Math.round(value * 1e4) / 1e4}
              onValue={(to) => {
                if (typeof to !== 'number') return;
                const [x, y, z] = at.origin;
                const next = [x, y, z].map((each, place) => (place === index ? to : each));
                bench.act(placeAt(bench.standing.value, id, [next[0] ?? x, next[1] ?? y, next[2] ?? z]));
              }}
            />
          ))}
        </div>
        <div class="fields-3">
          {angles.map((value, index) => (
            <LeftField
              key={axisName(index)}
              label={words.about(axisName(index))}
              value={numberTyped(Math.round(value * 100) / 100)}
              maxLength={20}
              isRight={(text) => angleFrom(text) !== null}
              mistake={words.noAngle}
              onLeft={(text) => {
                const [x, y, z] = angles;
                const next = [x, y, z].map((each, place) =>
                  place === index ? (angleFrom(text) ?? each) : each,
                );
                bench.act(turnTo(bench.standing.value, id, [next[0] ?? x, next[1] ?? y, next[2] ?? z]));
              }}
            />
          ))}
        </div>
        <fieldset class="stack">
          <legend>{words.nudge}</legend>
          <div class="buttons bench-nudges">
            {AXES.flatMap((axis) =>
              [-1, 1].map((side) => (
                <Button
                  key={`${axis}${side}`}
                  onPress={() => {
                    const [x, y, z] = directionOf(axis);
                    const by = side * push;
                    bench.act(moveBy(bench.standing.value, ids, [x * by, y * by, z * by]));
                  }}
                >
                  {words.nudgeBy(axis, `${side < 0 ? '−' : '+'}${lengthTold(push)}`)}
                </Button>
              )),
            )}
            {AXES.map((axis) => (
              <Button key={axis} onPress={() => bench.act(turnBy(bench.standing.value, ids, axis, 90))}>
                {words.quarter(axis)}
              </Button>
            ))}
          </div>
        </fieldset>
      </div>
    </Fold>
  );
}

/** Degrees as they are typed; null for what is no angle. */
export function angleFrom(text: string): number | null {
  const [sign] = /^[+\-−]\s*/.exec(text) ?? [''];
  const bare = text.slice(sign.length).replace(/\s*°$/, '');
  const read = bare === '' ? null : typedIn(bare, 'piece');
  if (read === null || read > 3600) return null;
  return /^[-−]/.test(sign) ? -read : read;
}
