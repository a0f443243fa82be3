import type { BookingRule } from '../../../shared/bookings/rules.ts';
import type { Danger, MachineKind } from '../../../shared/machines/words.ts';
import type { AppointedRole, Joining, MembershipKind, Role } from '../../../shared/roles.ts';

const kinds: Record<MachineKind, string> = {
  laser: 'Laser cutter',
  saw: 'Saw',
  drillPress: 'Drill press',
  lathe: 'Lathe',
  mill: 'Mill',
  cncRouter: 'CNC router',
  torchTable: 'Torch table',
  printer3d: '3D printer',
  kiln: 'Kiln',
  welder: 'Welder',
  sewingMachine: 'Sewing machine',
  embroidery: 'Embroidery machine',
  vinylCutter: 'Vinyl cutter',
  bench: 'Workbench',
  electronics: 'Electronics place',
  press: 'Press',
  forge: 'Forge',
  area: 'Area',
  utility: 'Supply',
  regional: 'Regional machine',
  tool: 'Tool',
  kit: 'Kit',
  other: 'Other machine',
};

const dangers: Record<Danger, string> = {
  laserLight: 'Laser light',
  rotating: 'Turning parts',
  cutting: 'Blades',
  crushing: 'Crushing',
  hot: 'Hot',
  fumes: 'Fumes',
  dust: 'Dust',
  noise: 'Noise',
  electric: 'Voltage',
  sparks: 'Sparks',
  heavy: 'Heavy parts',
  pressure: 'Pressure',
};

const roles: Record<Role, string> = {
  visitor: 'Visitor',
  member: 'Member',
  trainer: 'Trainer',
  host: 'Host',
  steward: 'Steward',
};

const rolesDo: Record<AppointedRole, string> = {
  trainer: 'gives inductions for one competence',
  host: 'opens up and signs visitors in',
  steward: 'sets hours, people and machines',
};

const memberships: Record<MembershipKind, string> = { visitor: 'Visitor', member: 'Member' };

const joinings: Record<Joining, string> = {
  open: 'Open to everybody',
  invitation: 'By invitation',
  approval: 'A steward approves',
};

/** What a later fact says against a booking that stands. */
const marks: Record<BookingRule, string> = {
  interval: 'Its times do not fit',
  overlap: 'Overlaps another booking',
  outage: 'The machine is out of order then',
  retired: 'The machine is retired',
  ended: 'It is over',
  competence: 'You lack a competence for it',
  membership: 'Your membership does not cover it',
  past: 'It lies in the past',
  openingHours: 'The workshop is closed then',
  reserved: 'The workshop needs the machine then',
  horizon: 'It lies too far ahead',
  notice: 'It comes at too short notice',
  shortest: 'It is too short',
  longest: 'It is too long',
  perDay: 'That is too much time for one day',
  open: 'You have too many open bookings',
  openTime: 'You have too much time booked ahead',
  gap: 'It is too close to another booking of yours',
  turnaround: 'The machine needs time before or after it',
  heldForAnother: 'The time is held for somebody who waited',
  walkUpOnly: 'The machine is not booked ahead',
  collection: 'Nobody is there to hand it out or take it back then',
  loans: 'You have too many tools out',
  renewal: 'It cannot be renewed again',
};

/** Words of the glossary that stand in many places. */
export const words = {
  kinds,
  dangers,
  roles,
  rolesDo,
  memberships,
  joinings,
  marks,
  undo: 'Undo',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  back: 'Back',
  tryAgain: 'Try again',
  more: 'Show more',
  copy: 'Copy',
  copied: 'Copied.',
  loading: 'Loading',
  loaded: 'Loaded.',
  optional: 'optional',
  formerMember: 'Former member',
  somebody: 'Somebody',
  you: 'you',
  none: 'None',
  yes: 'Yes',
  no: 'No',
  and: (parts: readonly string[]) =>
    parts.length < 2
      ? parts.join('')
      : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1] ?? ''}`,
  /** Roles in a row: `Member and steward`. */
  roleList: (held: readonly Role[]) => {
    const [first = '', ...rest] = held.map((role) => roles[role]);
    return [first, ...rest.map((word) => word.toLowerCase())].join(rest.length > 1 ? ', ' : ' and ');
  },
  /** The main button of a refusal: the nearest slot that is allowed. */
  takeNearest: (when: string) => `Book ${when} instead`,
  standsAgainst: 'This stands against it:',
  free: 'Free',
  taken: 'In use',
  booked: 'Booked',
  outOfOrder: 'Out of order',
  retired: 'Retired',
  yours: 'Yours',
  open: 'Open',
  closed: 'Closed',
  waiting: 'Waiting',
  paused: 'Paused',
  workshop: 'Workshop',
  camera: 'Scan with the camera',
  cameraStop: 'Stop the camera',
  /** Said when a use has ended, and of its end while that waits for a connection. */
  stopped: (machine: string) => `${machine} is free again.`,
  stopKept: (machine: string) => `Stop of ${machine}`,
};
