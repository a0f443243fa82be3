import type { StewardDayView } from '../../shared/machines/careViews.ts';
import { t } from '../catalogue/workshopTexts.ts';

const words = t.care.day;
const AREAS: readonly (keyof StewardDayView['counts'])[] = [
  'faults',
  'out',
  'approvals',
  'requests',
  'overdue',
  'maintenance',
  'inductions',
];

/** What waits at a workshop, counted: `Faults: 2 · Overdue: 1`. Nothing where nothing waits. */
export const countsInWords = ({ counts }: Pick<StewardDayView, 'counts'>): string =>
  AREAS.filter((area) => counts[area] > 0)
    .map((area) => words.counts(words[area], counts[area]))
    .join(' · ');

/** Changes with all of these are read at once. */
export const topicsOfDay = (workshopId: string): readonly string[] => [
  `workshop-${workshopId}`,
  'machine-',
  'calendar-',
  'member-',
  'induction-',
];
