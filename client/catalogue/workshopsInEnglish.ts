import { account } from './english/account.ts';
import { booking } from './english/booking.ts';
import { bookings } from './english/bookings.ts';
import { care } from './english/care.ts';
import { devices } from './english/devices.ts';
import { find } from './english/find.ts';
import { idle } from './english/idle.ts';
import { imports } from './english/imports.ts';
import { inductions } from './english/inductions.ts';
import { loans } from './english/loans.ts';
import { machineDetails } from './english/machineDetails.ts';
import { machines } from './english/machines.ts';
import { me } from './english/me.ts';
import { notices } from './english/notices.ts';
import { people } from './english/people.ts';
import { rules } from './english/rules.ts';
import { story } from './english/story.ts';
import { timeline } from './english/timeline.ts';
import { today } from './english/today.ts';
import { use } from './english/use.ts';
import { waiting } from './english/waiting.ts';
import { workshops } from './english/workshops.ts';

/** The English texts of workshops, machines and the people in them. */
export const workshopsInEnglish = {
  account,
  booking,
  bookings,
  care,
  devices,
  find,
  idle,
  imports,
  inductions,
  loans,
  machineDetails,
  machines,
  me,
  notices,
  people,
  rules,
  story,
  timeline,
  today,
  use,
  waiting,
  workshops,
};
