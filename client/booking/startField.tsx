import { IconMinus, IconPlus } from '@tabler/icons-preact';
import { t } from '../catalogue/workshopTexts.ts';
import type { WallDay } from '../timeline/wallDay.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import { changeOfClocks, startChoices } from './moments.ts';

const QUARTER = 15 * 60_000;

/** The starts that a day really has: a skipped time cannot be chosen, a doubled one names its offset. */
export function StartField(props: { day: WallDay; start: number; onStart: (start: number) => void }) {
  const { day, start, onStart } = props;
  const by = (step: number) => onStart(Math.max(day.start, Math.min(day.end - QUARTER, start + step)));
  return (
    <div class="booking-start">
      <Button label={t.booking.earlier} onPress={() => by(-QUARTER)}>
        <IconMinus aria-hidden="true" />
      </Button>
      <SelectField
        label={t.booking.start}
        value={String(start)}
        options={startChoices(day, start)}
        onValue={(value) => onStart(Number(value))}
      />
      <Button label={t.booking.later} onPress={() => by(QUARTER)}>
        <IconPlus aria-hidden="true" />
      </Button>
    </div>
  );
}

/** Says that the clocks change on the chosen day. */
export function ClockChange({ day }: { day: WallDay }) {
  const change = changeOfClocks(day);
  return change && <p class="booking-clocks">{t.booking[change.kind](change.from, change.to)}</p>;
}
