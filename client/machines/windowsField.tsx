import { IconPlus, IconTrash } from '@tabler/icons-preact';
import type { WeeklyWindow } from '../../shared/machines/bookingRules.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { weekdaysInOrder } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import { TimeField } from '../ui/timeField.tsx';
import { windowInWords } from './ruleText.ts';

const words = t.rules.fields;
const FIRST: WeeklyWindow = { weekday: 1, from: '22:00', to: '06:00' };

/** Times of the week. Each new one is a day after the last, at the same hours. */
export function WindowsField({
  windows,
  onWindows,
}: {
  windows: readonly WeeklyWindow[];
  onWindows: (windows: WeeklyWindow[]) => void;
}) {
  const weekdays = weekdaysInOrder().map((weekday) => ({
    value: String(weekday),
    label: t.time.longWeekdays[weekday - 1] ?? '',
  }));
  const change = (index: number, part: Partial<WeeklyWindow>) =>
    onWindows(windows.map((window, at) => (at === index ? { ...window, ...part } : window)));
  const add = () => {
    const last = windows.at(-1);
    onWindows([...windows, last ? { ...last, weekday: (last.weekday % 7) + 1 } : FIRST]);
  };
  return (
    <div class="stack">
      <p class="soft small">{words.windowHint}</p>
      {windows.map((window, index) => (
        <div class="window-line" key={`${index} of ${windows.length}`}>
          <SelectField
            label={words.weekday}
            value={String(window.weekday)}
            options={weekdays}
            onValue={(weekday) => change(index, { weekday: Number(weekday) })}
          />
          <TimeField label={words.from} value={window.from} onValue={(from) => change(index, { from })} />
          <TimeField label={words.to} value={window.to} onValue={(to) => change(index, { to })} />
          <Button
            kind="quiet"
            label={words.removeWindow(windowInWords(window))}
            onPress={() => onWindows(windows.filter((_, at) => at !== index))}
          >
            <IconTrash aria-hidden="true" />
          </Button>
        </div>
      ))}
      {windows.length < 42 && (
        <div>
          <Button onPress={add}>
            <IconPlus aria-hidden="true" />
            {words.addWindow}
          </Button>
        </div>
      )}
    </div>
  );
}
