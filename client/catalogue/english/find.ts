/** Texts of "find a time". */
export const find = {
  title: 'Find a time',
  what: 'What',
  anything: 'Any machine',
  where: 'Where',
  everywhere: 'Every workshop',
  day: 'From which day',
  length: 'How long',
  results: 'The first gaps',
  found: (count: number) =>
    count === 0
      ? 'Nothing is free in that week.'
      : count === 1
        ? '1 machine is free.'
        : `${count} machines are free.`,
  gapOf: (gap: string, machine: string) => `${gap}: ${machine}`,
  gap: (start: string, until: string) => `${start}, free until ${until}`,
  away: (distance: string) => `${distance} away`,
  kilometres: (count: string) => `${count} km`,
  notYou: 'Not for you, or not that week',
  more: (count: number) => `${count} more machines: choose a kind or a workshop.`,
  none: 'No machine fits. Choose another kind or workshop.',
  learn: 'You can learn it:',
};
