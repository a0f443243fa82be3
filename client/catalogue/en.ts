import { account } from './english/account.ts';
import { booking } from './english/booking.ts';
import { bookings } from './english/bookings.ts';
import { failures } from './english/failures.ts';
import { frame } from './english/frame.ts';
import { labels } from './english/labels.ts';
import { machines } from './english/machines.ts';
import { me } from './english/me.ts';
import { offline } from './english/offline.ts';
import { people } from './english/people.ts';
import { story } from './english/story.ts';
import { time } from './english/time.ts';
import { timeline } from './english/timeline.ts';
import { today } from './english/today.ts';
import { words } from './english/words.ts';
import { workshops } from './english/workshops.ts';

/** The English texts; each part of the program keeps its own in one file. */
export const en = {
  account,
  booking,
  bookings,
  failures,
  frame,
  labels,
  machines,
  me,
  offline,
  people,
  story,
  time,
  timeline,
  today,
  words,
  workshops,
};
