export const today = {
  builds: {
    title: 'My builds',
    all: 'Builds',
    more: (count: number) => (count === 1 ? '1 more build' : `${count} more builds`),
    steps: (done: number, all: number) => `${done} of ${all} steps done`,
    missing: (count: number) => (count === 1 ? '1 part missing' : `${count} parts missing`),
  },
  dangers: {
    title: 'Somebody could get hurt',
    one: (thing: string, design: string) =>
      thing === design
        ? `A safety problem of ${thing} is open`
        : `${thing}: a safety problem of ${design} is open`,
    several: (count: number, design: string) =>
      `A safety problem of ${design} is open on ${count} of your things`,
  },
  title: 'Today',
  next: 'Next for you',
  running: 'Yours now',
  nothing: 'Nothing is booked. Pick a machine and a time.',
  findFree: 'See what is free',
  starts: (when: string) => `starts ${when}`,
  until: (when: string) => `until ${when}`,
  thenToo: 'Then',
  marked: 'Look at these',
  markedText: 'A later change stands against these bookings. They stay yours; move or cancel them.',
  out: 'Out of order',
  allWell: 'Every machine in your workshops is in order.',
  notices: 'Notices',
  read: 'Read',
  readAll: 'Mark all as read',
  aMachine: 'a machine',
  aWorkshop: 'a workshop',
  noWorkshop: 'You are in no workshop yet. Join one and its machines are yours to book.',
  toWorkshops: 'See the workshops',
  waiting: (workshop: string) => `${workshop} has your request to join. A steward answers.`,
  steps: {
    title: (workshop: string) => `First steps in ${workshop}`,
    hours: 'Set the opening hours',
    machine: 'Add a machine',
    label: 'Print its label',
    invitation: 'Invite somebody',
    booking: 'Make the first booking',
    done: 'done',
    hide: 'Hide these steps',
  },
};
