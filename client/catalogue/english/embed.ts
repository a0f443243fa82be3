/** Designs that stand in other people's pages. */
export const embed = {
  title: 'In your own page',
  lead: 'Wikis, blogs and handbooks can show this design: its picture, who made it, its licence, and the model to turn.',
  which: 'What it shows',
  newest: 'Always the newest revision',
  thisOne: (revision: number) => `Revision ${revision}, for ever`,
  code: 'Code to put in',
  copyCode: 'Copy the code',
  address: 'For programs that take an address (oEmbed): that of this design’s page is enough.',
  coming: 'The model is being fetched.',
  again: 'Try again',
  failed: {
    offline: 'The model could not be fetched. Is there a connection?',
    withdrawn: 'This revision of the design was withdrawn.',
    outOfTime: 'Putting it together took too long on this device.',
    outOfMemory: 'The memory of this device does not suffice for this model.',
    tooManyPieces: 'It has more pieces than can be shown at once.',
    unexpected: 'The model could not be shown here. The whole design can be opened below.',
  },
};
