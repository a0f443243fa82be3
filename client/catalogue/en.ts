import { failures } from './english/failures.ts';
import { frame } from './english/frame.ts';
import { labels } from './english/labels.ts';
import { offline } from './english/offline.ts';
import { time } from './english/time.ts';
import { words } from './english/words.ts';

/** The English texts; each part of the program keeps its own in one file. */
export const en = {
  failures,
  frame,
  labels,
  offline,
  time,
  words,
};
