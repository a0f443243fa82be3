import { account } from './spanish/account.ts';
import { booking } from './spanish/booking.ts';
import { bookings } from './spanish/bookings.ts';
import { care } from './spanish/care.ts';
import { devices } from './spanish/devices.ts';
import { find } from './spanish/find.ts';
import { idle } from './spanish/idle.ts';
import { imports } from './spanish/imports.ts';
import { inductions } from './spanish/inductions.ts';
import { loans } from './spanish/loans.ts';
import { machineDetails } from './spanish/machineDetails.ts';
import { machines } from './spanish/machines.ts';
import { me } from './spanish/me.ts';
import { notices } from './spanish/notices.ts';
import { people } from './spanish/people.ts';
import { rules } from './spanish/rules.ts';
import { story } from './spanish/story.ts';
import { timeline } from './spanish/timeline.ts';
import { today } from './spanish/today.ts';
import { use } from './spanish/use.ts';
import { waiting } from './spanish/waiting.ts';
import { workshops } from './spanish/workshops.ts';
import type { WorkshopCatalogue } from './workshopTexts.ts';

/** Los textos en español de talleres, máquinas y de quienes los usan. */
export const workshopsInSpanish: WorkshopCatalogue = {
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
