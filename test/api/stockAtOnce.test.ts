import { beforeAll, describe, expect, it } from 'vitest';
import { stockView } from '../../shared/stock/views.ts';
import { idIn, type Person, type RunningApplication } from '../server/application.ts';
import { bothLogs, programOn } from '../server/bothLogs.ts';

describe.each(bothLogs)('at the same moment, with %s,', (_adapter, openStore) => {
  let app: RunningApplication;
  let people: Person[];
  let path: string;

  const start = programOn(openStore);

  beforeAll(async () => {
    app = await start();
    const { steward, workshopId } = await app.found();
    const [anna, bela] = [await app.person('Anna'), await app.person('Bela')];
    for (const person of [anna, bela]) await app.join(person, workshopId);
    people = [steward, anna, bela];
    path = `/api/workshops/${workshopId}/stock`;
  });

  const metres = (quantity: number) => ({ quantity, unit: 'm' });
  const keep = async (name: string, receive: object) => {
    const [steward] = people;
    if (!steward) throw new Error('nobody is there');
    return idIn(await steward.command(path, { description: { name, unit: 'm' }, receive }));
  };
  const left = async (material: string) =>
    stockView.parse((await app.nobody.get(`${path}/${material}`)).body).stock;
  const together = (material: string, what: string, body: object) =>
    Promise.all(people.map((person) => person.command(`${path}/${material}/${what}`, body)));

  it('one of three takes the last bar', async () => {
    for (let round = 0; round < 3; round++) {
      const bar = await keep(`Bar ${round}`, { pieces: { count: 1, length: metres(6) } });
      const replies = await together(bar, 'consume', { pieces: [{ count: 1, length: metres(5) }] });
      expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
      expect(await left(bar)).toMatchObject({
        onHand: 1000,
        lots: [{ pieceLength: 1000, source: 'offcut' }],
      });
    }
  });

  it('takers share what is there, never more, and nothing is lost', async () => {
    const wire = await keep('Wire', { amount: metres(10) });
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => together(wire, 'consume', { amount: metres(1) })),
    );
    expect(replies.flat().filter(({ status }) => status === 201)).toHaveLength(10);
    expect((await left(wire)).onHand).toBe(0);
  });

  it('what is kept for one build is kept once, and not taken meanwhile', async () => {
    const rod = await keep('Rod', { amount: metres(3) });
    const workshopId = path.split('/')[3];
    const [steward] = people;
    if (!steward) throw new Error('nobody is there');
    const build = { workshopId, kind: 'spare', name: 'Spare' };
    const buildId = idIn(await steward.command('/api/builds', build));
    const [kept, taken] = await Promise.all([
      together(rod, 'reserve', { buildId, amount: metres(2) }),
      together(rod, 'consume', { amount: metres(2) }),
    ]);
    const won = [...kept, ...taken].filter(({ status }) => status === 201);
    expect(won).toHaveLength(1);
    const { onHand, reserved } = await left(rod);
    expect([onHand, reserved]).toEqual(kept.some(({ status }) => status === 201) ? [3000, 2000] : [1000, 0]);
  });
});
