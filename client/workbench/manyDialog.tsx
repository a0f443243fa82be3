import { useState } from 'preact/hooks';
import { t } from '../catalogue/designTexts.ts';
import { typedIn } from '../designs/draft/measures.ts';
import { randomId } from '../randomId.ts';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { LengthField } from '../ui/lengthField.tsx';
import type { Workbench } from './bench.ts';
import { arrayInCircle, arrayInLine, mirror } from './gestures/copies.ts';
import { AXES, type Axis, middleOf } from './gestures/move.ts';
import type { Gesture } from './gestures/standing.ts';
import { angleFrom } from './placePanel.tsx';

const words = t.workbench.many;
const KINDS = ['line', 'circle', 'mirror'] as const;
type Kind = (typeof KINDS)[number];
const MOST = 1000;

/** Makes many of what is chosen: a row, a circle, or its mirror image. Each is one gesture. */
export function ManyDialog({ bench, onClose }: { bench: Workbench; onClose: () => void }) {
  const ids = bench.selected.value;
  const middle = middleOf(bench.standing.value, ids);
  const [kind, setKind] = useState<Kind>('line');
  const [axis, setAxis] = useState<Axis>('x');
  const [count, setCount] = useState('2');
  const [step, setStep] = useState(203.2);
  const [degrees, setDegrees] = useState('360');
  const [centre, setCentre] = useState<Record<Axis, number>>({ x: 0, y: 0, z: 0 });
  const [plane, setPlane] = useState(0);
  const number = typedIn(count, 'piece');
  const isCount = number !== null && Number.isInteger(number) && number >= 2 && number <= MOST;
  const angle = angleFrom(degrees);
  const gesture = (): Gesture | null => {
    const { value: standing } = bench.standing;
    if (kind === 'mirror') return mirror(standing, ids, { axis, at: plane }, randomId);
    if (!isCount) return null;
    if (kind === 'line') return arrayInLine(standing, ids, { axis, count: number, step }, randomId);
    if (angle === null) return null;
    const about: [number, number, number] = [centre.x, centre.y, centre.z];
    return arrayInCircle(standing, ids, { axis, middle: about, count: number, degrees: angle }, randomId);
  };
  const make = () => {
    const chosen = gesture();
    if (chosen && bench.act(chosen)) onClose();
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <Chips
        label={words.how}
        value={kind}
        options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        onValue={(chosen) => {
          setKind(chosen);
          if (chosen === 'circle') {
            setAxis('z');
            setCentre({ x: 0, y: 0, z: Math.round(middle[2]) });
          }
        }}
      />
      <Chips
        label={words.axis[kind]}
        value={axis}
        options={AXES.map((value) => ({ value, label: value }))}
        onValue={setAxis}
      />
      {kind !== 'mirror' && (
        <TextField
          label={words.count}
          inputMode="numeric"
          value={count}
          error={isCount ? undefined : words.unread}
          maxLength={6}
          onValue={setCount}
        />
      )}
      {kind === 'line' && (
        <LengthField
          label={words.step}
          value={step}
          onValue={asNumber(setStep)}
          onTyping={asNumber(setStep)}
        />
      )}
      {kind === 'circle' && (
        <>
          <TextField
            label={words.degrees}
            value={degrees}
            error={angle === null ? t.workbench.settings.noAngle : undefined}
            maxLength={12}
            onValue={setDegrees}
          />
          <div class="fields-3">
            {AXES.filter((each) => each !== axis).map((each) => (
              <LengthField
                key={each}
                label={words.middle(each)}
                value={centre[each]}
                onValue={asNumber((to) => setCentre({ ...centre, [each]: to }))}
                onTyping={asNumber((to) => setCentre({ ...centre, [each]: to }))}
              />
            ))}
          </div>
        </>
      )}
      {kind === 'mirror' && (
        <LengthField
          label={words.plane}
          value={plane}
          onValue={asNumber(setPlane)}
          onTyping={asNumber(setPlane)}
        />
      )}
      <Button kind="main" wide onPress={make}>
        {words.make}
      </Button>
    </Dialog>
  );
}

const asNumber = (take: (value: number) => void) => (value: number | string) => {
  if (typeof value === 'number') take(value);
};
