import { IconSearch } from '@tabler/icons-preact';
import { t } from '../catalogue/workshopTexts.ts';
import { Chips } from '../ui/chips.tsx';
import { DayBar } from './dayBar.tsx';

export interface TimelineToolsProps {
  date: string;
  today: string;
  days: 1 | 7;
  /** Days that an arrow passes. */
  step: 1 | 7;
  /** On a phone there is one day, and no choice. */
  narrow: boolean;
  onShow: (date: string | undefined, days: 1 | 7) => void;
  /** What machines are searched for; left out where there are few. */
  search?: { word: string; onWord: (word: string) => void } | undefined;
}

/** Which day, how many, which machines: one line above a timeline. */
export function TimelineTools({ date, today, days, step, narrow, onShow, search }: TimelineToolsProps) {
  return (
    <>
      <DayBar date={date} today={today} step={step} onDate={(chosen) => onShow(chosen, days)} />
      {!narrow && (
        <Chips
          label={t.timeline.show}
          quiet
          value={String(days)}
          options={[
            { value: '1', label: t.timeline.oneDay },
            { value: '7', label: t.timeline.week },
          ]}
          onValue={(value) => onShow(date, value === '7' ? 7 : 1)}
        />
      )}
      {search && (
        <label class="timeline-find">
          <span class="only-heard">{t.timeline.findMachine}</span>
          <IconSearch size={20} aria-hidden="true" />
          <input
            type="search"
            placeholder={t.timeline.findMachine}
            value={search.word}
            onInput={(event) => search.onWord(event.currentTarget.value)}
          />
        </label>
      )}
    </>
  );
}
