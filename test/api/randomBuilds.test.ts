import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildView } from '../../shared/builds/views.ts';
import { stockView } from '../../shared/stock/views.ts';
import { chanceFrom } from '../bench/chance.ts';
import { idIn, type Person, startApplication } from '../server/application.ts';
import { seeded } from '../server/bookings/seeded.ts';
import type { Reply } from '../server/caller.ts';
import { admin } from '../server/operations/admin.ts';

const ROUNDS = Number(process.env.STORY_ROUNDS ?? 25);
/** Acts that are sent together. */
const AT_ONCE = 4;

/** Whatever people write down of a few things, builds and shelves, in any order, several at the same moment. */
function storyOf(person: Person, workshopId: string, chance: () => number) {
  const [things, builds]: string[][] = [[], []];
  const shelves: string[] = [];
  const one = <Kind>(of: readonly Kind[]) => of[Math.floor(chance() * of.length)];
  const thing = () => one(things ?? []) ?? '';
  const build = () => one(builds ?? []) ?? '';
  const infer = () => chance() < 0.5;
  const amount = () => ({ quantity: 1 + Math.floor(chance() * 4), unit: 'm' });
  const act = (what: string, body: object) => person.command(`/api/things/${thing()}/${what}`, body);
  const give = (what: string, body: object = {}) => person.command(`/api/builds/${build()}/${what}`, body);
  const keep = (what: string, body: object) =>
    person.command(`/api/workshops/${workshopId}/stock/${one(shelves)}/${what}`, body);
  const undone = async (reply: Promise<Reply>) => {
    const { body } = await reply;
    const undo = body && typeof body === 'object' && 'undo' in body ? body.undo : null;
    if (!undo || typeof undo !== 'object' || !('path' in undo) || typeof undo.path !== 'string') return reply;
    return person.command(undo.path, 'body' in undo ? undo.body : {});
  };
  const begin = async () => {
    const description = { name: `Thing ${things?.length}` };
    things?.push(idIn(await person.command('/api/things', { workshopId, description, how: 'bought' })));
    const subjectId = chance() < 0.5 ? thing() : null;
    const kind = subjectId === null ? 'spare' : one(['repair', 'modify', 'takeApart']);
    const buildId = idIn(await person.command('/api/builds', { workshopId, name: 'Build', kind, subjectId }));
    builds?.push(buildId);
    const { thingList } = buildView.parse((await person.get(`/api/builds/${buildId}`)).body);
    things?.push(...thingList.map(({ itemId }) => itemId));
    const material = { description: { name: `Bar ${shelves.length}`, unit: 'm' } };
    const receive = { amount: { quantity: 6, unit: 'm' } };
    shelves.push(idIn(await person.command(`/api/workshops/${workshopId}/stock`, { ...material, receive })));
  };
  const acts: (() => Promise<Reply>)[] = [
    () => act('fit', { into: thing(), buildId: build(), infer: infer() }),
    () => act('fit', { into: thing(), infer: infer() }),
    () => act('take-out', { infer: infer() }),
    () => act('take-out', { from: thing(), infer: infer() }),
    () => act('move', { workshopId, shelf: `S${Math.floor(chance() * 5)}`, infer: infer() }),
    () => act('lend', { to: { kind: 'outside' }, infer: infer() }),
    () => act('return', {}),
    () => act('repair', {}),
    () => act('split', { pieces: [{ name: 'Piece' }, { name: 'Rest' }] }),
    () => act('scrap', { buildId: build(), infer: infer() }),
    () => act('consume', { infer: infer() }),
    () => act('end/take-back', {}),
    () => undone(act('fit', { into: thing() })),
    () => undone(act('take-out', {})),
    () => undone(act('consume', {})),
    () => give('complete'),
    () => give('reopen'),
    () => give('abandon'),
    () => give('log', { note: 'Done' }),
    () => keep('consume', { amount: amount(), buildId: build(), infer: infer() }),
    () => undone(keep('consume', { amount: amount() })),
    () => keep('consume', { pieces: [{ count: 1, length: amount() }] }),
    () => keep('receive', { pieces: [{ count: 2, length: amount() }] }),
    () => keep('count', { lots: [{ amount: amount() }] }),
    () => keep('reserve', { buildId: build(), amount: amount() }),
  ];
  return { begin, shelves, anything: () => one(acts)?.() };
}

it('whatever is written down at once, nothing fails, no shelf goes below zero, and views built anew are the same', async () => {
  const { seed } = seeded({});
  const dataDir = await mkdtemp(join(tmpdir(), 'commonwright-story-'));
  const app = await startApplication({ dataDir });
  const { steward, workshopId } = await app.found();
  const { begin, shelves, anything } = storyOf(steward, workshopId, chanceFrom(seed));
  for (let count = 0; count < 4; count++) await begin();
  for (let round = 0; round < ROUNDS; round++) {
    const replies = await Promise.all(Array.from({ length: AT_ONCE }, anything));
    for (const reply of replies) expect(reply?.status, reply?.text).toBeLessThan(500);
  }
  for (const material of shelves) {
    const { body } = await steward.get(`/api/workshops/${workshopId}/stock/${material}`);
    expect(stockView.parse(body).stock.onHand).toBeGreaterThanOrEqual(0);
  }
  await app.close();
  const { out } = await admin(dataDir, 'verify');
  expect(out).toContain('Nothing is wrong.');
  await rm(dataDir, { recursive: true, force: true });
});
