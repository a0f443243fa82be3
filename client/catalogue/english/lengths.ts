/** Words for lengths that are typed. */
export const lengths = {
  units: 'Lengths in',
  unitNames: { mm: 'Millimetres', in: 'Inches' },
  otherwise: (length: string) => `= ${length}.`,
  faults: {
    empty: 'Type a length, such as 60 in or 1.5 m.',
    unreadable: 'This is no length. Write it like 60 in, 3/16, 5\' 3 1/2" or 1.5 m.',
    noLength: 'This is no unit of length. Use mm, cm, m, in or ft.',
    beyond: 'This is longer than any machine. Look at the unit.',
  },
  noFormula: 'No formula can stand here. Type a length, such as 60 in.',
  least: (length: string) => `It must be at least ${length}.`,
  most: (length: string) => `It can be at most ${length}.`,
};
