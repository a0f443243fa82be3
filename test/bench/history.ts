import type { DatabaseSync } from 'node:sqlite';
import type { NewEvent } from '../../server/eventstore/port.ts';
import { currentVersion } from '../../server/eventstore/upcasting.ts';
import { NO_BOOKING_RULES } from '../../shared/machines/bookingRules.ts';
import type { DataOf, EventType } from '../../shared/schemasOfEvents.ts';
import { settled, undisputed } from '../server/bookings/undisputed.ts';
import { chanceFrom, uuidFrom } from './chance.ts';
import { rowOf } from './rows.ts';

/** Of a thousand events of a busy region, how many are of which type. Fixed, so that figures stay comparable. */
export const MIX: Readonly<Partial<Record<EventType, number>>> = {
  BookingPlaced: 560,
  BookingMoved: 90,
  BookingResized: 50,
  BookingCancelled: 150,
  BookingReinstated: 20,
  BookingMarked: 10,
  OutageDeclared: 15,
  OutageEnded: 15,
  MembershipGranted: 30,
  CompetenceGranted: 50,
  MachineDescribed: 10,
};

const WORKSHOPS = 20;
const MACHINES = 500;
const MEMBERS = 4000;
const SEED = 20_261_122;
const START = Date.UTC(2024, 10, 22);
const SPAN = 2 * 365 * 24 * 3_600_000;
const HOUR = 3_600_000;

const instantOf = (milliseconds: number) => new Date(milliseconds).toISOString();

interface Booking {
  bookingId: string;
  machineId: string;
  workshopId: string;
  memberId: string;
}

/** A region's history of `count` events over two years, from a fixed seed: each with its stream. */
export function* history(count: number): Generator<{ stream: string; event: NewEvent }> {
  const chance = chanceFrom(SEED);
  const among = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(chance() * items.length)];
    if (item === undefined) throw new RangeError('nothing to choose from');
    return item;
  };
  const ids = (length: number) => Array.from({ length }, () => uuidFrom(chance));
  const workshops = ids(WORKSHOPS);
  const members = ids(MEMBERS);
  const machines = ids(MACHINES).map((machineId, index) => ({
    machineId,
    workshopId: workshops[index % WORKSHOPS] ?? machineId,
  }));
  const recent: Booking[] = [];
  const outages: { outageId: string; machineId: string; workshopId: string }[] = [];
  const draw = Object.entries(MIX).flatMap(([type, share]) => Array.from({ length: share }, () => type));

  let made = 0;
  const at = () => START + Math.floor((made / count) * SPAN);
  function eventOf<Type extends EventType>(stream: string, type: Type, data: DataOf<Type>) {
    made++;
    const event: NewEvent = {
      id: uuidFrom(chance),
      type,
      data,
      metadata: {
        at: instantOf(at()),
        actor: `member:${among(members)}`,
        commandId: uuidFrom(chance),
        commandHash: 'a'.repeat(64),
        version: currentVersion(type),
      },
    };
    return { stream, event };
  }
  const describe = (index: number) => ({
    name: `Machine ${index}`,
    kind: 'lathe' as const,
    maker: 'Own build',
    model: null,
    tier: 'workshop' as const,
    lentBy: null,
    origin: 'built' as const,
    area: null,
    dangers: ['rotating' as const],
    protection: [],
    emergencyStop: null,
    capacity: 1,
    requiredCompetences: [],
    dependsOn: [],
    meters: [],
    contents: [],
    mayRunUnattended: false,
  });
  const times = () => {
    const start = at() + Math.floor(chance() * 20 * 24) * HOUR;
    return { start: instantOf(start), end: instantOf(start + (1 + Math.floor(chance() * 3)) * HOUR) };
  };

  for (const [index, workshopId] of workshops.entries()) {
    yield eventOf(`workshop-${workshopId}`, 'WorkshopFounded', {
      workshopId,
      name: `Workshop ${index}`,
      place: { address: 'Quay 3', latitude: null, longitude: null },
      timeZone: 'Europe/Berlin',
      openingHours: { visitor: [], member: 'always', host: 'always', steward: 'always', holidays: [] },
      joining: 'open',
      foundedBy: among(members),
    });
  }
  for (const [index, { machineId, workshopId }] of machines.entries()) {
    yield eventOf(`machine-${machineId}`, 'MachineRegistered', {
      machineId,
      workshopId,
      labelCode: index.toString(10).padStart(4, '0'),
      description: describe(index),
      rules: NO_BOOKING_RULES,
    });
  }

  while (made < count) {
    const machine = among(machines);
    const type = recent.length === 0 ? 'BookingPlaced' : among(draw);
    if (type === 'BookingPlaced') {
      const booking = { bookingId: uuidFrom(chance), ...machine, memberId: among(members) };
      recent.push(booking);
      if (recent.length > 4000) recent.shift();
      yield eventOf(`calendar-${machine.machineId}`, type, { ...undisputed, ...booking, ...times() });
      continue;
    }
    const booking = among(recent);
    const calendar = `calendar-${booking.machineId}`;
    switch (type) {
      case 'BookingMoved':
        yield eventOf(calendar, type, { ...booking, ...times(), ...settled });
        break;
      case 'BookingResized':
        yield eventOf(calendar, type, { ...booking, ...times(), ...settled, renewal: false });
        break;
      case 'BookingCancelled':
        yield eventOf(calendar, type, { ...booking, late: false });
        break;
      case 'BookingReinstated':
        yield eventOf(calendar, type, booking);
        break;
      case 'BookingMarked':
        yield eventOf(calendar, type, { ...booking, rule: 'outage' });
        break;
      case 'OutageDeclared': {
        const outage = { outageId: uuidFrom(chance), ...machine };
        outages.push(outage);
        const when = { start: instantOf(at()), end: null, reasonId: uuidFrom(chance) };
        const cause = { kind: 'outOfOrder' as const, faultId: null, planId: null };
        yield eventOf(`calendar-${machine.machineId}`, type, { ...outage, ...when, ...cause });
        break;
      }
      case 'OutageEnded': {
        const outage = outages.shift();
        if (outage)
          yield eventOf(`calendar-${outage.machineId}`, type, {
            ...outage,
            end: instantOf(at()),
            noteId: null,
          });
        break;
      }
      case 'MembershipGranted': {
        const membership = { memberId: among(members), workshopId: machine.workshopId };
        const granted = { ...membership, kind: 'member' as const, until: null, by: 'joining' as const };
        yield eventOf(`member-${membership.memberId}`, type, granted);
        break;
      }
      case 'CompetenceGranted': {
        const [memberId, grantedBy] = [among(members), among(members)];
        const grant = {
          memberId,
          workshopId: machine.workshopId,
          competenceId: uuidFrom(chance),
          until: null,
          grantedBy,
        };
        yield eventOf(`member-${memberId}`, type, grant);
        break;
      }
      case 'MachineDescribed':
        yield eventOf(`machine-${machine.machineId}`, type, { ...machine, description: describe(made) });
        break;
    }
  }
}

/** Writes a history into an empty log's tables, at once and without waiting for the disk. */
export function fillWith(
  database: DatabaseSync,
  events: Iterable<{ stream: string; event: NewEvent }>,
): void {
  database.exec('pragma journal_mode = off; pragma synchronous = off; begin');
  const name = database.prepare('insert into streams (id, name) values (?, ?)');
  const insert = database.prepare(
    'insert into events (stream_id, revision, id, type, data, metadata) values (?, ?, ?, ?, ?, ?)',
  );
  const streams = new Map<string, { id: number; next: number }>();
  for (const { stream, event } of events) {
    let known = streams.get(stream);
    if (!known) {
      known = { id: streams.size + 1, next: 0 };
      streams.set(stream, known);
      name.run(known.id, stream);
    }
    insert.run(...rowOf(event, known.id, known.next++));
  }
  database.exec('commit; pragma journal_mode = wal; pragma synchronous = full');
}
