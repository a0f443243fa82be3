import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { concerns } from '../../client/live/changes.ts';
import { furtherTopics } from '../../server/live/further.ts';
import { buildView } from '../../shared/builds/views.ts';
import { commandReply } from '../../shared/commandReply.ts';
import type { PartLine } from '../../shared/designs/partLines.ts';
import { noticeView } from '../../shared/members/views.ts';
import { planView } from '../../shared/plans/views.ts';
import { problem } from '../../shared/problem.ts';
import { type StockRow, stockList, stockView } from '../../shared/stock/views.ts';
import { idIn, type Person, someWorkshop } from '../server/application.ts';
import type { Caller, Reply } from '../server/caller.ts';
import { line } from '../server/designs/story.ts';
import { publish, set } from './designStory.ts';
import { sharedApplication } from './shared.ts';

const app = sharedApplication();
let steward: Person;
let anna: Person;
let here: string;
let hilltop: string;

beforeAll(async () => {
  ({ steward, workshopId: here } = await app().found());
  anna = await app().person('Anna');
  await app().join(anna, here);
  const place = { address: 'Hilltop', latitude: 50.008, longitude: 10.9 };
  hilltop = idIn(await steward.command('/api/workshops', { ...someWorkshop, name: 'Hilltop', place }));
});

const TUBE = 'Square tube 4 × 4 × 1/4 in';
const metres = (quantity: number) => ({ quantity, unit: 'm' as const });
const bars = (count: number, length: number) => ({ pieces: { count, length: metres(length) } });
const price = { amount: 12, currency: 'EUR', on: '2026-11-20', supplier: 'Metal yard' };

const open = async (description: object, receive: object | null = null, at = here, by: Caller = steward) =>
  idIn(await by.command(`/api/workshops/${at}/stock`, { description, receive }));
const act = (material: string, what: string, body: object, by: Caller = anna, at = here) =>
  by.command(`/api/workshops/${at}/stock/${material}/${what}`, body);
const read = async (material: string, by: Caller = anna, at = here) =>
  stockView.parse((await by.get(`/api/workshops/${at}/stock/${material}`)).body);
const lengthsOf = ({ lots }: StockRow) =>
  lots.flatMap(({ pieceLength, pieces }) => Array.from({ length: pieces ?? 0 }, () => pieceLength));
const objectionsIn = (reply: Reply) => problem.parse(reply.body).objections ?? [];
async function undo(reply: Reply, by: Caller = anna): Promise<Reply> {
  const { undo: back } = commandReply.parse(reply.body);
  if (!back) throw new Error(`no Undo in ${reply.text}`);
  const ifMatch = back.ifMatch === null ? undefined : Number(JSON.parse(back.ifMatch));
  const undone = await by.command(back.path, back.body, ifMatch === undefined ? {} : { ifMatch });
  idIn(undone);
  return undone;
}

describe('a shelf', () => {
  it('shows lots, offcuts and what is low, its prices to insiders alone', async () => {
    const screws = await open(
      { name: 'Screw M8 × 30', unit: 'piece', shelf: 'A1', lowBelow: 20 },
      { amount: { quantity: 12, unit: 'piece' }, price, supplier: 'Metal yard' },
    );
    const path = `/api/workshops/${here}/stock`;
    const list = stockList.parse((await anna.get(`${path}?q=screw m8x30`)).body);
    expect(list.shelves[0]).toMatchObject({
      shelf: 'A1',
      stock: [{ materialId: screws, low: true, onHand: 12 }],
    });
    expect([list.low, list.count, list.allowedActions]).toEqual([1, 1, ['stock.change']]);
    expect((await read(screws)).stock.lots[0]?.price).toEqual(price);
    const seen = await read(screws, app().nobody);
    expect(seen.stock.lots[0]).toMatchObject({ amount: 12, price: null, supplier: null });
    expect(seen.entries[0]).toMatchObject({ kind: 'received', by: null });
    // Said again in other words it is the same bin.
    expect(await open({ name: 'screw  m8x30', unit: 'pair' })).toBe(screws);
    expect(
      (await act(screws, 'consume', { amount: { quantity: 1, unit: 'piece' } }, app().nobody)).status,
    ).toBe(401);
    const stranger = await app().person('Zoe');
    expect((await act(screws, 'consume', { amount: { quantity: 1, unit: 'piece' } }, stranger)).status).toBe(
      403,
    );
  });

  it('offers the count that is missing, and takes everything back', async () => {
    const nuts = await open({ name: 'Nut M8', unit: 'piece' }, { amount: { quantity: 3, unit: 'piece' } });
    const five = { amount: { quantity: 5, unit: 'piece' } };
    expect(objectionsIn(await act(nuts, 'consume', five))).toEqual([
      { rule: 'countFirst', message: 'Recorded are 3, you take 5.', offer: 'Count 5 first' },
    ]);
    const taken = await act(nuts, 'consume', { ...five, reason: 'For the gate', infer: true });
    const { stock, entries } = await read(nuts);
    expect([stock.onHand, entries[0]?.reason, entries[1]?.inferred]).toEqual([0, 'For the gate', true]);
    await undo(taken);
    expect((await read(nuts)).stock.onHand).toBe(5);
    const counted = await act(nuts, 'count', { lots: [{ amount: { quantity: 4, unit: 'piece' } }] });
    expect((await read(nuts)).stock.onHand).toBe(4);
    await undo(counted);
    expect((await read(nuts)).stock.onHand).toBe(5);
    const before = (await read(nuts)).stock;
    const described = await anna.command(
      `/api/workshops/${here}/stock/${nuts}/describe`,
      { name: 'Nut M8', unit: 'piece', shelf: 'B2', massKilograms: 0.005 },
      { ifMatch: before.revision },
    );
    expect((await read(nuts)).stock).toMatchObject({ shelf: 'B2', massKilograms: 0.005 });
    await undo(described);
    expect((await read(nuts)).stock.shelf).toBeNull();
    const received = await act(nuts, 'receive', five);
    await undo(received);
    expect((await read(nuts)).stock.onHand).toBe(5);
  });

  it('gives to the builds of others with their leave alone, and comes from no build that is none', async () => {
    const wood = await open({ name: 'Board', unit: 'm' }, { amount: metres(10) });
    const start = { workshopId: hilltop, kind: 'spare', name: 'Handle' };
    const buildId = idIn(await steward.command('/api/builds', start));
    const some = { buildId, amount: metres(1) };
    for (const what of ['reserve', 'consume', 'receive']) {
      expect([what, (await act(wood, what, some)).status]).toEqual([what, 403]);
      expect([what, (await act(wood, what, some, steward)).status]).toEqual([what, 201]);
      const nowhere = { ...some, buildId: randomUUID() };
      expect([what, (await act(wood, what, nowhere)).status]).toEqual([what, 409]);
    }
    expect((await read(wood)).stock.onHand).toBe(10_000);
  });

  it.each([
    { amount: { quantity: -1, unit: 'm' } },
    { amount: { quantity: 1e308, unit: 'm' } },
    { amount: { quantity: 'NaN', unit: 'm' } },
    { amount: { quantity: 1, unit: 'kg' } },
    {},
    { ...bars(1, 1), amount: metres(1) },
    bars(1, 5000),
    { amount: metres(1), at: '2999-01-01T00:00:00Z' },
  ])('answers %j clearly, and nothing is written', async (body) => {
    const wire = await open({ name: 'Wire', unit: 'm' }, { amount: metres(100) });
    const before = (await read(wire)).stock.onHand;
    for (const what of ['receive', 'consume'] as const) {
      const said = what === 'consume' && 'pieces' in body ? { ...body, pieces: [body.pieces] } : body;
      const reply = await act(wire, what, said);
      expect([400, 409]).toContain(reply.status);
      expect(problem.parse(reply.body).detail ?? problem.parse(reply.body).mistakes).toBeTruthy();
    }
    expect((await read(wire)).stock.onHand).toBe(before);
  });

  it('sends to another workshop, which keeps it from then on and may send it back', async () => {
    const rope = await open({ name: 'Rope', unit: 'm', shelf: 'C' }, { amount: metres(50), price });
    const sent = await act(rope, 'send', { toWorkshopId: hilltop, amount: metres(20) }, steward);
    await expect
      .poll(async () => (await steward.get(`/api/workshops/${hilltop}/stock/${rope}`)).status)
      .toBe(200);
    const there = await read(rope, steward, hilltop);
    expect(there.stock).toMatchObject({ onHand: 20_000, shelf: null });
    expect(there.stock.lots[0]).toMatchObject({ source: 'moved', price });
    expect(there.entries[0]?.workshop?.workshopId).toBe(here);
    expect((await read(rope)).elsewhere).toMatchObject([{ kilometres: 12, free: 20_000 }]);
    await undo(sent, steward);
    await expect.poll(async () => (await read(rope)).stock.onHand).toBe(50_000);
  });

  it('tells the stewards once that something runs low', async () => {
    const glue = await open(
      { name: 'Glue', unit: 'kg', lowBelow: 2 },
      { amount: { quantity: 5, unit: 'kg' } },
    );
    for (const quantity of [3500, 500]) idIn(await act(glue, 'consume', { amount: { quantity, unit: 'g' } }));
    const told = async () => {
      const { body } = await steward.get('/api/me/notices');
      const notices = noticeView.array().parse(Reflect.get(Object(body), 'notices'));
      return notices.filter(({ kind }) => kind === 'StockLow').map(({ sentence }) => sentence);
    };
    await expect.poll(told).toEqual(['Glue is running low in Riverside Workshop.']);
  });
});

describe('the plan of a build', () => {
  const part = (name: string, more: Partial<PartLine>) => ({
    kind: 'add' as const,
    list: 'parts' as const,
    id: `line-${name}`,
    value: { ...line(name, 1), ...more },
    after: null,
  });

  it('finds bars here and nearby, cuts them well, keeps them, and plans anew when something changes', async () => {
    const cut = { stock: TUBE, length: 1800, kerf: 3 };
    const changes = [
      set(['title'], '', 'Tractor'),
      set(['licence'], '', 'CERN-OHL-S-2.0'),
      part('legs', { quantity: 3, cut }),
      part('beam', { cut: { ...cut, length: 5500 } }),
      part('shaft', { name: 'Shaft 1.25 in', tracked: true, price }),
      part('motor', { price }),
    ];
    const designId = idIn(await publish(anna, {}, changes));
    const tube = await open({ name: TUBE, unit: 'm', shelf: 'Rack' }, bars(1, 1.9));
    expect(await open({ name: 'square tube 4x4x¼″', unit: 'ft' }, bars(1, 6))).toBe(tube);
    await open({ name: TUBE, unit: 'm' }, bars(1, 2), hilltop);
    const scrap = { how: 'found', workshopId: here };
    const loader = idIn(await anna.command('/api/things', { ...scrap, description: { name: 'Loader 7' } }));
    const shaft = {
      name: 'Drive shaft',
      sizes: [{ name: 'diameter', millimetres: 31.75 }],
      interfaces: [],
    };
    const thing = idIn(await anna.command('/api/things', { ...scrap, description: shaft }));
    idIn(await anna.command(`/api/things/${thing}/fit`, { into: loader }));
    idIn(await anna.command(`/api/things/${loader}/scrap`, {}));

    const before = planView.parse(
      (await anna.get(`/api/designs/${designId}/revisions/1/plan?workshop=${here}`)).body,
    );
    const planned = (plan: typeof before, name: string) =>
      plan.lines.find((one) => one.line === `line-${name}`)?.plan;
    expect(planned(before, 'legs')).toMatchObject([
      { how: 'stock', kilometres: 0, quantity: 1, lengths: [1900] },
      { how: 'stock', kilometres: 12, quantity: 1, lengths: [2000] },
      { how: 'buy', quantity: 1 },
    ]);
    expect(planned(before, 'beam')).toMatchObject([{ how: 'stock', lengths: [6000] }]);
    expect(before.cuts[0]).toMatchObject({ lacking: [{ length: 1800 }], lackingMillimetres: 1803 });
    expect(planned(before, 'shaft')).toMatchObject([
      { how: 'recover', itemId: thing, insideOf: { name: 'Loader 7' } },
    ]);
    expect(planned(before, 'motor')).toMatchObject([{ how: 'buy', price }]);
    expect(before.costs).toEqual({ sums: [{ currency: 'EUR', amount: 12 }], priced: 1, all: 2 });

    const buildId = idIn(
      await anna.command('/api/builds', { workshopId: here, kind: 'make', of: { designId, revision: 1 } }),
    );
    const plan = async () => planView.parse((await anna.get(`/api/builds/${buildId}/plan`)).body);
    const kept = await act(tube, 'reserve', { buildId, line: 'line-legs', amount: metres(1.9) });
    const stockReservationId = idIn(kept);
    const legs = (await plan()).lines.find(({ line }) => line === 'line-legs');
    expect(legs?.reserved).toMatchObject([{ stockReservationId, quantity: 1.9, unit: 'm' }]);
    expect((await read(tube)).stock).toMatchObject({ reserved: 1900, free: 6000 });
    const other = idIn(await anna.command('/api/builds', { workshopId: here, kind: 'spare', name: 'Spare' }));
    const both = {
      pieces: [
        { count: 1, length: metres(5.9) },
        { count: 1, length: metres(1.8) },
      ],
      buildId: other,
    };
    expect(objectionsIn(await act(tube, 'consume', both))[0]).toMatchObject({
      rule: 'reserved',
      message: '1.9 m of it are kept for Tractor: 6 m are free.',
    });
    const pieces = [{ count: 1, length: metres(1.8) }];
    idIn(await act(tube, 'consume', { pieces, kerfMillimetres: 3, buildId, line: 'line-legs' }));
    expect(lengthsOf((await read(tube)).stock)).toEqual([6000, 97]);
    const after = await plan();
    expect(after.lines.find((one) => one.line === 'line-legs')).toMatchObject({
      needed: 3,
      met: 1,
      missing: 2,
    });
    expect(after.topics).toContain(`material-${tube}`);

    // What is left of the reservation is free again when the build is over.
    idIn(await act(tube, 'reserve', { buildId, amount: metres(1) }));
    idIn(await anna.command(`/api/builds/${buildId}/abandon`, {}));
    await expect.poll(async () => (await read(tube)).stock.reserved).toBe(0);
    const { stock } = await read(tube);
    const label = (await app().nobody.get(`/api/labels/${stock.code.toLowerCase()}`)).body;
    expect(label).toEqual({ shelf: { workshopId: here, materialId: tube } });
  });

  it('is read again only when something moves that it shows, or would show', async () => {
    const changes = [
      set(['title'], '', 'Trailer'),
      set(['licence'], '', 'CERN-OHL-S-2.0'),
      part('bolts', { name: 'Bolt M10 × 40', quantity: 8 }),
      part('wheel', { name: 'Wheel 20 in' }),
    ];
    const of = { designId: idIn(await publish(anna, {}, changes)), revision: 1 };
    const buildId = idIn(await anna.command('/api/builds', { workshopId: here, kind: 'make', of }));
    const plan = async () => planView.parse((await anna.get(`/api/builds/${buildId}/plan`)).body);
    const { topics: watched, all, counts } = await plan();
    expect([all, counts]).toEqual([2, { here: 0, fetch: 0, make: 0, buy: 2, met: 0 }]);
    /** Whether a page that shows the plan would read it again, were it told that this stream has moved. */
    const moves = (stream: string) => {
      const told = [stream, ...furtherTopics(app().parts.views, [stream])];
      return concerns(watched, { kind: 'change', topics: told });
    };
    const piece = (quantity: number) => ({ quantity, unit: 'piece' as const });
    const found = async (workshopId: string, name: string) =>
      idIn(await steward.command('/api/things', { how: 'found', workshopId, description: { name } }));

    const glue = await open({ name: 'Glue', unit: 'piece' }, { amount: piece(3) });
    const chair = await found(hilltop, 'Chair');
    const spare = idIn(
      await steward.command('/api/builds', { workshopId: hilltop, kind: 'spare', name: 'Shelf' }),
    );
    expect([`stock-${here}-${glue}`, `item-${chair}`, `build-${spare}`].filter(moves)).toEqual([]);

    const bolts = await open({ name: 'Bolt M10 × 40', unit: 'piece' }, { amount: piece(9) }, hilltop);
    const wheel = await found(here, 'Wheel 20 in');
    const forBuild = { buildId, line: 'line-wheel' };
    const wheels = idIn(
      await anna.command('/api/builds', { workshopId: here, kind: 'spare', name: 'Wheel', forBuild }),
    );
    // Of another material, but of the same size: nobody named it.
    const alike = await open({ name: 'Hex bolt M10x40', unit: 'piece' }, { amount: piece(2) }, hilltop);
    const [told] = (await plan()).lines.filter((one) => one.line === 'line-bolts');
    expect([...(told?.plan ?? []), ...(told?.else ?? [])]).toContainEqual(
      expect.objectContaining({ how: 'stock', materialId: alike }),
    );
    const matter = [
      `stock-${hilltop}-${alike}`,
      `stock-${hilltop}-${bolts}`,
      `item-${wheel}`,
      `build-${wheels}`,
      `build-${buildId}`,
    ];
    expect(matter.filter((stream) => !moves(stream))).toEqual([]);

    // What stands in for a line was not in the plan, and is told as kept for it, as the log tells.
    idIn(await act(glue, 'reserve', { buildId, line: 'line-bolts', amount: piece(2) }));
    expect(moves(`stock-${here}-${glue}`)).toBe(true);
    const line = (await plan()).lines.find((one) => one.line === 'line-bolts');
    expect(line).toMatchObject({ kept: 2, plan: [{ name: 'Glue', fits: 'alternative', quantity: 2 }, {}] });
    const log = buildView.parse((await anna.get(`/api/builds/${buildId}`)).body);
    expect(log.lineList.find((one) => one.line.id === 'line-bolts')).toMatchObject({ missing: 8, kept: 2 });
    idIn(await act(glue, 'reserve', { buildId, line: 'line-bolts', amount: piece(1) }));
    idIn(await act(bolts, 'reserve', { buildId, line: 'line-bolts', amount: piece(5) }, steward, hilltop));
    const kept = buildView.parse((await anna.get(`/api/builds/${buildId}`)).body);
    expect([kept.linesMissing, kept.lines]).toEqual([1, 2]);
  });

  it('knows of an offcut whence its bar came', async () => {
    const rail = await open({ name: 'Rail 30', unit: 'm' }, { ...bars(1, 3), source: 'recovered' });
    const repair = { workshopId: here, kind: 'spare', name: 'Gate' };
    const buildId = idIn(await anna.command('/api/builds', repair));
    idIn(await act(rail, 'consume', { pieces: [{ count: 1, length: metres(1) }] }));
    idIn(await act(rail, 'consume', { pieces: [{ count: 1, length: metres(0.5) }], buildId }));
    const log = buildView.parse((await anna.get(`/api/builds/${buildId}`)).body);
    expect(log.besides).toMatchObject([{ name: 'Rail 30', provenance: 'recovered' }]);
  });

  it('says what a recovered part came out of, and where that is', async () => {
    const changes = [
      set(['title'], '', 'Winch'),
      set(['licence'], '', 'CERN-OHL-S-2.0'),
      part('drum', { name: 'Winch drum', tracked: true }),
    ];
    const designId = idIn(await publish(anna, {}, changes));
    const found = async (name: string) =>
      idIn(await anna.command('/api/things', { how: 'found', workshopId: here, description: { name } }));
    const [drum, crane] = [await found('Winch drum'), await found('Old crane')];
    idIn(await anna.command(`/api/things/${drum}/fit`, { into: crane }));
    idIn(await anna.command(`/api/things/${drum}/take-out`, { grade: 'good' }));
    const path = `/api/designs/${designId}/revisions/1/plan?workshop=${here}`;
    const [line] = planView.parse((await anna.get(path)).body).lines;
    const cameOutOf = { itemId: crane, name: 'Old crane', workshop: { workshopId: here } };
    expect(line?.plan).toMatchObject([{ how: 'item', itemId: drum, fits: 'asAsked', cameOutOf }]);
  });
});
