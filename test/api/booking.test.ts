import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bookingView } from '../../shared/bookings/views.ts';
import { commandReply } from '../../shared/commandReply.ts';
import { problem } from '../../shared/problem.ts';
import { idIn, type Person, type RunningApplication } from '../server/application.ts';
import type { Reply } from '../server/caller.ts';
import { sharedApplication } from './shared.ts';

const HOUR = 3_600_000;
/** Tomorrow at noon, UTC. */
const noon = Math.floor(Date.now() / (24 * HOUR)) * 24 * HOUR + 36 * HOUR;
const at = (hours: number) => new Date(noon + hours * HOUR).toISOString();
const slot = (from: number, to: number) => ({ start: at(from), end: at(to) });

const kindOf = (reply: Reply) => problem.parse(reply.body).type;

describe('booking over HTTP', () => {
  const running = sharedApplication();
  let app: RunningApplication;
  let steward: Person;
  let anna: Person;
  let ben: Person;
  let workshopId: string;

  beforeAll(async () => {
    app = running();
    ({ steward, workshopId } = await app.found());
    [anna, ben] = await Promise.all([app.person('Anna'), app.person('Ben')]);
    await Promise.all([app.join(anna, workshopId), app.join(ben, workshopId)]);
  });

  const newMachine = () => app.registerMachine(steward, workshopId);
  const book = (who: Person, machineId: string, from: number, to: number) =>
    who.command(`/api/machines/${machineId}/bookings`, slot(from, to));

  it('goes from signing in to a booked machine, which the others see', async () => {
    const signedIn = await app.signIn(anna.email, anna.password);
    const machineId = await newMachine();
    const path = `/api/machines/${machineId}/bookings`;
    const placed = await signedIn.command(path, { ...slot(0, 2), purpose: 'Box lids' });
    expect(placed.status).toBe(201);
    const { id, shown, undo } = commandReply.parse(placed.body);
    expect(shown).toBe(true);
    expect(undo?.path).toBe(`${path}/${id}/cancel`);
    const seen = await ben.get(`${path}/${id}`);
    expect(bookingView.parse(seen.body)).toMatchObject({
      mine: false,
      purpose: 'Box lids',
      status: 'placed',
    });
    expect(seen.headers.get('etag')).toBe(placed.headers.get('etag'));
  });

  it('refuses with every rule, and names the one nearest slot', async () => {
    const machineId = await newMachine();
    await book(anna, machineId, 0, 2);
    const refused = await book(ben, machineId, 1, 3);
    expect(refused.status).toBe(409);
    const { type, objections, nearest } = problem.parse(refused.body);
    expect(type).toBe('/problems/refused');
    expect(objections?.map(({ rule }) => rule)).toEqual(['overlap']);
    expect(nearest && Date.parse(nearest.start)).toBe(noon + 2 * HOUR);
  });

  it('lets exactly one of two win who book at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      const machineId = await newMachine();
      const replies = await Promise.all([
        book(anna, machineId, 0, 2),
        book(ben, machineId, 1, 3),
        book(steward, machineId, -1, 1),
      ]);
      const won = replies.map(({ status }) => status === 201);
      // The steward's and Ben's slots only touch each other; Anna's overlaps both.
      expect([
        [true, false, false],
        [false, true, true],
      ]).toContainEqual(won);
    }
  });

  it('answers a repeated command as the first time, and writes it once', async () => {
    const machineId = await newMachine();
    const path = `/api/machines/${machineId}/bookings`;
    const commandId = randomUUID();
    const first = await anna.command(path, slot(0, 2), { commandId });
    const head = await app.parts.store.head();
    const again = await anna.command(path, slot(0, 2), { commandId });
    expect(again.status).toBe(first.status);
    const { undo: _, ...told } = commandReply.parse(first.body);
    expect(commandReply.parse(again.body)).toMatchObject(told);
    expect(await app.parts.store.head()).toBe(head);
  });

  it('refuses a commandId that comes with other content', async () => {
    const machineId = await newMachine();
    const path = `/api/machines/${machineId}/bookings`;
    const commandId = randomUUID();
    await anna.command(path, slot(0, 2), { commandId });
    const other = await anna.command(path, slot(5, 6), { commandId });
    expect([other.status, kindOf(other)]).toEqual([409, '/problems/command-id-reused']);
  });

  it('lets two members use the same commandId', async () => {
    const machineId = await newMachine();
    const path = `/api/machines/${machineId}/bookings`;
    const commandId = randomUUID();
    expect((await anna.command(path, slot(0, 2), { commandId })).status).toBe(201);
    expect((await ben.command(path, slot(2, 4), { commandId })).status).toBe(201);
  });

  it('rehearses without writing', async () => {
    const machineId = await newMachine();
    const path = `/api/machines/${machineId}/bookings`;
    const head = await app.parts.store.head();
    const rehearsed = await anna.command(path, slot(0, 2), { dryRun: true });
    expect(rehearsed.body).toEqual({ wouldBeAccepted: true });
    expect(await app.parts.store.head()).toBe(head);
    await book(anna, machineId, 0, 2);
    expect((await ben.command(path, slot(0, 2), { dryRun: true })).status).toBe(409);
  });

  it('changes a booking only at the revision that was read', async () => {
    const machineId = await newMachine();
    const placed = await book(anna, machineId, 0, 2);
    const path = `/api/machines/${machineId}/bookings/${idIn(placed)}`;
    const revision = commandReply.parse(placed.body).revision ?? -1;
    const without = await anna.command(`${path}/move`, slot(1, 3));
    expect([without.status, kindOf(without)]).toEqual([428, '/problems/precondition-required']);
    const moved = await anna.command(`${path}/move`, slot(1, 3), { ifMatch: revision });
    expect(moved.status).toBe(200);
    const stale = await anna.command(`${path}/move`, slot(2, 4), { ifMatch: revision });
    expect([stale.status, kindOf(stale)]).toEqual([412, '/problems/precondition-failed']);
    expect(stale.headers.get('etag')).toBe(moved.headers.get('etag'));
  });

  it('answers 304 while a booking is as it was read', async () => {
    const machineId = await newMachine();
    const placed = await book(anna, machineId, 0, 2);
    const path = `/api/machines/${machineId}/bookings/${idIn(placed)}`;
    const tag = placed.headers.get('etag') ?? '';
    const same = await anna.send(path, { headers: { 'if-none-match': tag } });
    expect([same.status, same.text]).toEqual([304, '']);
    expect((await anna.send(path, { headers: { 'if-none-match': '"99"' } })).status).toBe(200);
  });

  it('is undone as its answer says', async () => {
    const machineId = await newMachine();
    const placed = commandReply.parse((await book(anna, machineId, 0, 2)).body);
    const { undo } = placed;
    if (undo === null) throw new Error('there is no undo');
    const undone = await anna.send(undo.path, {
      method: undo.method.toUpperCase(),
      body: undo.body ?? {},
      headers: {
        'idempotency-key': randomUUID(),
        ...(undo.ifMatch === null ? {} : { 'if-match': undo.ifMatch }),
      },
    });
    expect(undone.status).toBe(200);
    expect((await book(ben, machineId, 0, 2)).status).toBe(201);
  });

  it('is refused to somebody of another workshop, and to nobody at all', async () => {
    const machineId = await newMachine();
    const stranger = await app.person('Stranger');
    const refused = await book(stranger, machineId, 0, 2);
    expect(problem.parse(refused.body).objections?.map(({ rule }) => rule)).toContain('membership');
    const nobody = await app.nobody.command(`/api/machines/${machineId}/bookings`, slot(0, 2));
    expect([nobody.status, kindOf(nobody)]).toEqual([401, '/problems/not-signed-in']);
  });

  it('does not touch a booking of somebody else, nor through another machine', async () => {
    const [machineId, otherId] = await Promise.all([newMachine(), newMachine()]);
    const placed = await book(anna, machineId, 0, 2);
    const { id, revision } = commandReply.parse(placed.body);
    const cancel = (who: Person, machine: string) =>
      who.command(`/api/machines/${machine}/bookings/${id}/cancel`, {}, { ifMatch: revision ?? 0 });
    expect(kindOf(await cancel(ben, machineId))).toBe('/problems/forbidden');
    expect(kindOf(await cancel(anna, otherId))).toBe('/problems/not-found');
  });

  it('counts what became of the commands', async () => {
    const machineId = await newMachine();
    await book(anna, machineId, 0, 2);
    const { text } = await app.nobody.get('/metrics');
    expect(text).toMatch(/commonwright_commands_total\{command="PlaceBooking",outcome="accepted"\} \d+/);
    expect(text).toMatch(
      /http_request_seconds_count\{method="POST",route="\/api\/machines\/\{machineId\}\/bookings"/,
    );
  });

  it('is in the log for good, and in the machine’s story', async () => {
    const machineId = await newMachine();
    await book(anna, machineId, 0, 2);
    const story = z
      .object({ entries: z.array(z.object({ type: z.string() })) })
      .parse((await anna.get(`/api/machines/${machineId}/history`)).body);
    expect(story.entries.map(({ type }) => type)).toContain('BookingPlaced');
  });
});
