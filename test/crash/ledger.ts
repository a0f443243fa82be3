import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { EventStore, RecordedEvent } from '../../server/eventstore/port.ts';
import { commandReply } from '../../shared/commandReply.ts';
import { startApplication } from '../server/application.ts';
import type { Caller } from '../server/caller.ts';

const MACHINES = 4;
const HOUR = 3_600_000;
const tomorrow = Math.ceil(Date.now() / HOUR) * HOUR + 24 * HOUR;

/** The server could not say: the command stays unknown until it is repeated. */
export class Unavailable extends Error {
  override name = 'Unavailable';
}

interface Sent {
  commandId: string;
  machineId: string;
  /** Hours after tomorrow. */
  hour: number;
}

interface Acknowledged extends Sent {
  bookingId: string;
}

/** Commands that were sent; what became of those without an answer is not known until they are repeated. */
export class Ledger {
  readonly acknowledged: Acknowledged[] = [];
  readonly unknown = new Set<Sent>();
  readonly refused: Sent[] = [];
  #hour = 0;

  next(machineIds: readonly string[], chance: () => number): Sent {
    const machineId = machineIds[Math.floor(chance() * machineIds.length)] ?? '';
    // Often the same hour as somebody else's: one of them wins.
    const hour = chance() < 0.2 ? this.#hour : ++this.#hour;
    return { commandId: randomUUID(), machineId, hour };
  }

  async give(member: Caller, sent: Sent): Promise<void> {
    const start = tomorrow + sent.hour * HOUR;
    const body = { start: new Date(start).toISOString(), end: new Date(start + HOUR).toISOString() };
    this.unknown.add(sent);
    const path = `/api/machines/${sent.machineId}/bookings`;
    const reply = await member.command(path, body, { commandId: sent.commandId });
    if (reply.status === 503) throw new Unavailable();
    if (reply.status === 409) this.refused.push(sent);
    else this.acknowledged.push({ ...sent, bookingId: commandReply.parse(reply.body).id });
    this.unknown.delete(sent);
  }
}

/** A workshop with machines, and the cookie of a member. */
export async function scene(dataDir: string, eventStoreUrl: string | null = null) {
  const application = await startApplication({ dataDir, configuration: { eventStoreUrl } });
  try {
    const { steward, workshopId } = await application.found();
    const member = await application.person('Wanda');
    await application.join(member, workshopId);
    const machineIds: string[] = [];
    for (let n = 0; n < MACHINES; n++)
      machineIds.push(await application.registerMachine(steward, workshopId));
    return { machineIds, credentials: member.credentials };
  } finally {
    await application.close();
  }
}

export async function everyEvent(store: EventStore): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (;;) {
    const last = events.at(-1);
    const page = await store.readAll({ limit: 5000, ...(last ? { after: last.position } : {}) });
    if (page.length === 0) return events;
    events.push(...page);
  }
}

/** What the log says after a kill, held against everything that was acknowledged so far. */
export function checkLog(events: readonly RecordedEvent[], ledger: Ledger): void {
  const placed = events.filter((event) => event.type === 'BookingPlaced');
  const commands = placed.map((event) => event.metadata.commandId);
  expect(new Set(commands).size, 'no command twice').toBe(commands.length);
  const known = new Set(commands);
  const lost = ledger.acknowledged.filter(({ commandId }) => !known.has(commandId));
  expect(lost, 'nothing acknowledged is lost').toEqual([]);
  const written = ledger.refused.filter(({ commandId }) => known.has(commandId));
  expect(written, 'nothing refused is written').toEqual([]);
  const slots = placed.map(({ data }) => `${data.machineId} ${data.start}`);
  expect(new Set(slots).size, 'no slot twice').toBe(slots.length);
  const next = new Map<string, number>();
  for (const { stream, revision } of events) {
    expect(revision, `${stream} has no gap`).toBe(next.get(stream) ?? 0);
    next.set(stream, revision + 1);
  }
}
