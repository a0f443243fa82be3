import { account } from './english/account.ts';
import { booking } from './english/booking.ts';
import { bookings } from './english/bookings.ts';
import { care } from './english/care.ts';
import { devices } from './english/devices.ts';
import { failures } from './english/failures.ts';
import { find } from './english/find.ts';
import { frame } from './english/frame.ts';
import { idle } from './english/idle.ts';
import { imports } from './english/imports.ts';
import { inductions } from './english/inductions.ts';
import { labels } from './english/labels.ts';
import { loans } from './english/loans.ts';
import { machineDetails } from './english/machineDetails.ts';
import { machines } from './english/machines.ts';
import { me } from './english/me.ts';
import { notices } from './english/notices.ts';
import { offline } from './english/offline.ts';
import { people } from './english/people.ts';
import { rules } from './english/rules.ts';
import { story } from './english/story.ts';
import { time } from './english/time.ts';
import { timeline } from './english/timeline.ts';
import { today } from './english/today.ts';
import { use } from './english/use.ts';
import { waiting } from './english/waiting.ts';
import { words } from './english/words.ts';
import { workshops } from './english/workshops.ts';

/** The English texts; each part of the program keeps its own in one file. */
export const en = {
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
