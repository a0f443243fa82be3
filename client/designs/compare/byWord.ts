import { diffWords } from 'diff';

/** A stretch of two texts that are compared. `gap`: what both have in common, too long to be shown. */
export interface Stretch {
  is: 'same' | 'added' | 'removed' | 'gap';
  text: string;
}

/** Differences beyond which the two are shown whole; milliseconds after which nobody waits any longer. */
const BOUNDS = { maxEditLength: 3000, timeout: 400 };
/** Of what is the same, so many characters are shown beside each difference. */
const AROUND = 120;

/** Two texts compared by word. Where they have too little in common, the whole of both. */
export function byWord(from: string, to: string): Stretch[] {
  const found = diffWords(from, to, BOUNDS);
  if (found === undefined) return whole(from, to);
  return found.flatMap(({ value, added, removed }, index): Stretch[] => {
    if (added || removed) return [{ is: added ? 'added' : 'removed', text: value }];
    return shortened(value, index === 0, index === found.length - 1);
  });
}

function whole(from: string, to: string): Stretch[] {
  const stretches: Stretch[] = [
    { is: 'removed', text: from },
    { is: 'added', text: to },
  ];
  return stretches.filter(({ text }) => text !== '');
}

/** A long common stretch keeps what stands beside a difference. */
function shortened(text: string, isFirst: boolean, isLast: boolean): Stretch[] {
  const [head, tail] = [isFirst ? 0 : AROUND, isLast ? 0 : AROUND];
  if (text.length <= head + tail + AROUND) return [{ is: 'same', text }];
  const begin = head === 0 ? 0 : text.indexOf(' ', head);
  const end = tail === 0 ? text.length : text.lastIndexOf(' ', text.length - tail);
  if (begin < 0 || end < 0 || begin >= end) return [{ is: 'same', text }];
  const stretches: Stretch[] = [
    { is: 'same', text: text.slice(0, begin) },
    { is: 'gap', text: text.slice(begin, end) },
    { is: 'same', text: text.slice(end) },
  ];
  return stretches.filter((each) => each.text !== '');
}

/** `Frame angle 16 in → 20 in`: two names of which a number differs, with what stands before it said once. */
export function renamed(from: string, to: string): string {
  const [one, other] = [from.split(' '), to.split(' ')];
  let same = 0;
  while (same < Math.min(one.length, other.length) - 1 && one[same] === other[same]) same += 1;
  const isNumber = [one, other].every((names) => /^\d/.test(names[same] ?? ''));
  return `${from} → ${isNumber ? other.slice(same).join(' ') : to}`;
}
