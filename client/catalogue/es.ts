import { account } from './spanish/account.ts';
import { booking } from './spanish/booking.ts';
import { bookings } from './spanish/bookings.ts';
import { care } from './spanish/care.ts';
import { devices } from './spanish/devices.ts';
import { failures } from './spanish/failures.ts';
import { find } from './spanish/find.ts';
import { frame } from './spanish/frame.ts';
import { idle } from './spanish/idle.ts';
import { imports } from './spanish/imports.ts';
import { inductions } from './spanish/inductions.ts';
import { labels } from './spanish/labels.ts';
import { loans } from './spanish/loans.ts';
import { machineDetails } from './spanish/machineDetails.ts';
import { machines } from './spanish/machines.ts';
import { me } from './spanish/me.ts';
import { notices } from './spanish/notices.ts';
import { offline } from './spanish/offline.ts';
import { people } from './spanish/people.ts';
import { rules } from './spanish/rules.ts';
import { story } from './spanish/story.ts';
import { time } from './spanish/time.ts';
import { timeline } from './spanish/timeline.ts';
import { today } from './spanish/today.ts';
import { use } from './spanish/use.ts';
import { waiting } from './spanish/waiting.ts';
import { words } from './spanish/words.ts';
import { workshops } from './spanish/workshops.ts';
import type { Catalogue } from './text.ts';

/** Los textos en español, como se hablan en talleres de Oaxaca y de Madrid. */
export const es: Catalogue = {
  account,
  booking,
  bookings,
  care,
  devices,
  failures,
  find,
  frame,
  idle,
  imports,
  inductions,
  labels,
  loans,
  machineDetails,
  machines,
  me,
  notices,
  offline,
  people,
  rules,
  story,
  time,
  timeline,
  today,
  use,
  waiting,
  words,
  workshops,
};
