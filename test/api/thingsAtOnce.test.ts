import { beforeAll, describe, expect, it } from 'vitest';
import { thingView } from '../../shared/items/views.ts';
import { idIn, type Person, type RunningApplication } from '../server/application.ts';
import { bothLogs, programOn } from '../server/bothLogs.ts';
import type { Reply } from '../server/caller.ts';

const ROUNDS = 3;

describe.each(bothLogs)('things at the same moment, with %s,', (_adapter, open) => {
  let app: RunningApplication;
  let steward: Person;
  let workshopId: string;

  const start = programOn(open);

  beforeAll(async () => {
    app = await start();
    ({ steward, workshopId } = await app.found());
  });

  const receive = async (name: string) =>
    idIn(await steward.command('/api/things', { workshopId, description: { name }, how: 'bought' }));
  const act = (itemId: string, name: string, body: object) =>
    steward.command(`/api/things/${itemId}/${name}`, body);
  const view = async (itemId: string) => thingView.parse((await steward.get(`/api/things/${itemId}`)).body);
  const insideOf = async (itemId: string) => (await view(itemId)).place.inside.map((each) => each.name);
  const statuses = (replies: Reply[]) => replies.map(({ status }) => status).sort();

  it('one part goes into one of two things', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [part, one, two] = [await receive('Part'), await receive('One'), await receive('Two')];
      const replies = await Promise.all([act(part, 'fit', { into: one }), act(part, 'fit', { into: two })]);
      expect(statuses(replies)).toEqual([201, 409]);
      const { place, lives } = await view(part);
      expect([place.inside.length, lives]).toEqual([1, 1]);
    }
  });

  it('two things never go into each other: the later one in the log is told so', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [one, two] = [await receive('One'), await receive('Two')];
      const replies = await Promise.all([act(one, 'fit', { into: two }), act(two, 'fit', { into: one })]);
      expect(statuses(replies)).toEqual([201, 409]);
      const refused = replies.find(({ status }) => status === 409);
      expect(refused?.text).toMatch(/is inside of it itself/);
      const inside = [await insideOf(one), await insideOf(two)];
      expect(inside.map(({ length }) => length).sort()).toEqual([0, 1]);
      // It lies where it was, and can be put elsewhere.
      const loose = inside[0]?.length === 0 ? one : two;
      const box = await receive('Box');
      const again = await act(loose, 'fit', { into: box, infer: true });
      expect([again.status, await insideOf(loose)]).toEqual([201, ['Box']]);
    }
  });

  it('a part comes out once, and is used up or fitted elsewhere, not both', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [part, one, two] = [await receive('Part'), await receive('One'), await receive('Two')];
      idIn(await act(part, 'fit', { into: one }));
      const out = await Promise.all([act(part, 'take-out', {}), act(part, 'take-out', {})]);
      expect(statuses(out)).toEqual([200, 409]);
      const replies = await Promise.all([act(part, 'fit', { into: two }), act(part, 'consume', {})]);
      expect(replies.filter(({ status }) => status === 409)).toHaveLength(1);
      expect(['fitted', 'consumed']).toContain((await view(part)).status);
    }
  });

  it('a thing is used up or has a part put into it, not both, and can be used up later', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [part, box] = [await receive('Part'), await receive('Box')];
      const replies = await Promise.all([act(part, 'fit', { into: box }), act(box, 'consume', {})]);
      expect(replies.filter(({ status }) => status === 409)).toHaveLength(1);
      const inside = (await insideOf(part)).length;
      expect((await view(box)).status).toBe(inside === 1 ? 'loose' : 'consumed');
      if (inside === 0) continue;
      idIn(await act(part, 'take-out', {}));
      await expect.poll(async () => (await act(box, 'consume', {})).status).toBe(200);
      expect((await view(box)).status).toBe('consumed');
    }
  });

  it('the same act sent twice is done once', async () => {
    const [part, whole] = [await receive('Part'), await receive('Whole')];
    const commandId = crypto.randomUUID();
    const send = () => steward.command(`/api/things/${part}/fit`, { into: whole }, { commandId });
    const replies = await Promise.all([send(), send(), send()]);
    expect(statuses(replies)).toEqual([201, 201, 201]);
    expect((await view(part)).lives).toBe(1);
  });
});
