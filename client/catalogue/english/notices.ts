import type { NoticeTopic } from '../../../shared/notices/preferences.ts';

const topics: Record<NoticeTopic, string> = {
  bookings: 'What changes my bookings',
  held: 'What is held for me',
  loans: 'My loans: due, overdue, wanted',
  asked: 'Who asks me to supervise or approve',
  competences: 'Inductions and competences',
  membership: 'Memberships, roles, pauses',
  care: 'Faults and care of machines',
  designs: 'My designs, and what I wrote about others',
  reminders: 'A booking of mine starts within the hour',
  digest: 'Mail me my week on Mondays',
  invitations: 'Mail me my bookings as calendar invitations',
};

export const notices = {
  title: 'Notices',
  text: 'What you do yourself is never news to you.',
  topics,
  channels: { program: 'Here', mail: 'Mail', push: 'Push' },
  saved: 'Your notices are set.',
  noMail: 'This server sends no mail.',
  push: {
    title: 'Push on this device',
    text: 'A push says one sentence, also while the program is closed.',
    impossible:
      'This browser takes no pushes here. They need HTTPS; on an iPhone, add the page to the home screen first.',
    denied: 'This browser forbids notices from this page. Allow them in its settings.',
    start: 'Take pushes on this device',
    started: 'This device takes pushes.',
    end: 'No more pushes on this device',
    ended: 'This device takes no pushes any more.',
    test: 'Send a test',
    tested: (devices: number) =>
      devices === 0
        ? 'No device of yours takes pushes.'
        : `A test is on its way to ${devices === 1 ? 'one device' : `${devices} devices`}.`,
  },
  feeds: {
    title: 'Calendar feeds',
    text: 'A secret address that your calendar program reads. Whoever has it can read along: revoke it if it got about.',
    none: 'You have none.',
    mine: 'My bookings',
    which: 'Of what?',
    aMachine: (machine: string) => `${machine}, without names`,
    make: 'Make an address',
    once: 'Copy it now, or scan it: it is shown this once.',
    address: 'Address of the calendar',
    copy: 'Copy the address',
    square: 'The address as a square code',
    open: 'Open it in your calendar program',
    never: 'never read yet',
    read: (day: string) => `last read ${day}`,
    revoke: (name: string) => `Revoke the address of ${name}`,
    revokeWord: 'Revoke',
    revoked: 'The address is revoked.',
  },
};
