import './dayBar.css';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-preact';
import { t } from '../catalogue/workshopTexts.ts';
import { addDays } from '../time/wall.ts';
import { longDate, shortDate } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { NARROW, useMedia } from './useMedia.ts';

export interface DayBarProps {
  /** The first day shown, a date of the workshop. */
  date: string;
  today: string;
  /** Days that an arrow passes: 1 or 7. */
  step: number;
  onDate: (date: string) => void;
}

/** The day that is shown, the way to others, and back to today. */
export function DayBar({ date, today, step, onDate }: DayBarProps) {
  const narrow = useMedia(NARROW);
  return (
    <div class="day-bar">
      <Button
        label={step === 1 ? t.timeline.earlierDay : t.timeline.earlierWeek}
        onPress={() => onDate(addDays(date, -step))}
      >
        <IconChevronLeft aria-hidden="true" />
      </Button>
      <label class="day-bar-date">
        <span class="only-heard">{t.timeline.date}</span>
        <strong aria-hidden="true">{narrow ? shortDate(date, today) : longDate(date)}</strong>
        <input
          type="date"
          value={date}
          required
          onClick={(event) => {
            if ('showPicker' in event.currentTarget) event.currentTarget.showPicker();
          }}
          onChange={(event) => event.currentTarget.value && onDate(event.currentTarget.value)}
        />
      </label>
      <Button
        label={step === 1 ? t.timeline.laterDay : t.timeline.laterWeek}
        onPress={() => onDate(addDays(date, step))}
      >
        <IconChevronRight aria-hidden="true" />
      </Button>
      {date !== today && <Button onPress={() => onDate(today)}>{t.timeline.today}</Button>}
    </div>
  );
}
