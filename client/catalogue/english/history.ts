import type { MomentKind } from '../../../shared/network/momentViews.ts';
import type { HistoryColouring, Look } from '../../history/looks.ts';

const looks: Record<Look, string> = {
  new: 'New',
  made: 'Made in a workshop',
  recovered: 'Recovered',
  unknown: 'Nobody wrote down from where',
  first: 'First machine',
  second: 'Second machine',
  third: 'Third machine',
  more: 'Fourth machine or later',
};

const colourings: Record<HistoryColouring, string> = {
  provenance: 'Where parts came from',
  lives: 'How many machines they have been in',
};

/** What happened at a moment; `what`: the parts, the step or the machine that it is about, or nothing. */
const moments: Record<MomentKind, (what: string) => string> = {
  started: () => 'The build was started.',
  begun: () => 'It was written down.',
  fitted: (what) => `Fitted: ${what}.`,
  takenOut: (what) => `Taken out: ${what}.`,
  met: (what) => `Built in: ${what}.`,
  stepDone: (what) => (what ? `Step done: ${what}.` : 'A step was done.'),
  stepUndone: (what) => (what ? `Step opened again: ${what}.` : 'A step was opened again.'),
  written: () => 'Something was written down or photographed.',
  made: () => 'It was finished.',
  reopened: () => 'The build was opened again.',
  abandoned: () => 'The build was given up.',
  measured: () => 'Something was measured.',
  tested: () => 'It was tested.',
  machineUsed: (what) => (what ? `Work on the machine ${what}.` : 'A machine was used.'),
  repaired: () => 'It was repaired.',
  modified: () => 'It was modified.',
  moved: () => 'It was moved.',
  lent: () => 'It was lent.',
  returned: () => 'It came back.',
  given: () => 'It was given to somebody else.',
  cut: () => 'A piece was cut off it.',
  consumed: () => 'It was used up.',
  scrapped: () => 'It was scrapped.',
};

/** A slider over what happened to a thing, and how it stood then. */
export const history = {
  title: 'As it was then',
  lead: 'See it part by part, as it was put together.',
  open: 'Go through its history',
  reading: 'The history is being read…',
  asRevision: (design: string, revision: number) => `Shown as it was then: ${design}, revision ${revision}`,
  ofNone: 'At this moment it was of no design.',
  nothing: 'Nothing is written down yet that could be shown.',
  cut: 'More happened than is shown here: the newest is missing.',
  which: 'Which thing',
  slider: 'Moment',
  /** A moment as the slider says it. */
  momentOf: (number: number, all: number, when: string, sentence: string) =>
    `${number} of ${all}, ${when}: ${sentence}`,
  number: (number: string, all: string) => `${number} of ${all}`,
  play: 'Play',
  pause: 'Pause',
  before: 'Before',
  next: 'Next',
  fit: 'All in sight',
  colours: 'Colours show',
  colourings,
  looks,
  legend: 'What the colours mean',
  faint: 'Show faintly what is not in it yet',
  parts: 'What is in it now',
  moments,
  row: {
    none: 'not in it yet',
    out: 'taken out',
    along: 'in it, with what it is part of',
    assumed: 'in it; nobody wrote down from where',
    some: (there: string, all: string) => `${there} of ${all}`,
    rest: 'nobody wrote down the rest',
    more: 'More parts',
  },
  chosen: {
    title: (name: string) => `About ${name}`,
    close: 'Close',
    story: (name: string) => `The story of ${name}`,
    none: 'Nothing is written down of it at this moment.',
  },
  pieceWith: (name: string, details: string) => (details ? `${name} (${details})` : name),
  andMore: (count: string) => `${count} more`,
  noModel: 'Its design has no model to show: the list fills up instead.',
  failed: 'The model could not be put together. The list shows what was in it.',
  noPicture: 'The model is on its way…',
};
