import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commandReply } from '../../shared/commandReply.ts';
import type { DescribedThing } from '../../shared/items/commands.ts';
import { salvageList, takingApart, thingAt, thingList, thingView } from '../../shared/items/views.ts';
import { labelView, machineView } from '../../shared/machines/views.ts';
import { idIn, type Person, someMachine, someWorkshop } from '../server/application.ts';
import type { Caller, Reply } from '../server/caller.ts';
import { sharedApplication } from './shared.ts';

const DAY = 86_400_000;
const shaft: DescribedThing = {
  name: 'Drive shaft',
  sizes: [{ name: 'length', millimetres: 250 }],
  interfaces: [
    { id: 'shaft-end', name: 'End', side: 'offers', kind: 'shaft', diameter: 31.75, keyway: null },
  ],
};

describe('a thing', () => {
  const app = sharedApplication();
  let steward: Person;
  let anna: Person;
  let workshopId: string;
  const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString();

  beforeAll(async () => {
    ({ steward, workshopId } = await app().found());
    anna = await app().person('Anna');
    await app().join(anna, workshopId);
  });

  const receive = async (name: string, more: object = {}, description: object = {}) =>
    idIn(
      await anna.command('/api/things', {
        workshopId,
        description: { name, ...description },
        how: 'bought',
        at: ago(30),
        ...more,
      }),
    );
  const act = (itemId: string, name: string, body: object = {}, by: Caller = anna): Promise<Reply> =>
    by.command(`/api/things/${itemId}/${name}`, body);
  const view = async (itemId: string) => thingView.parse((await anna.get(`/api/things/${itemId}`)).body);
  const refusal = (reply: Reply) =>
    z
      .object({
        objections: z.array(
          z.object({ rule: z.string(), message: z.string(), offer: z.string().optional() }),
        ),
      })
      .parse(reply.body).objections;
  const undone = async (reply: Reply, by: Caller = anna) => {
    const { undo } = commandReply.parse(reply.body);
    if (!undo) throw new Error('no undo');
    return by.command(undo.path, undo.body, {
      method: undo.method === 'put' ? 'PUT' : 'POST',
      ...(undo.ifMatch === null ? {} : { ifMatch: Number(JSON.parse(undo.ifMatch)) }),
    });
  };

  it('tells where it is, inside of what, and how many lives it has had', async () => {
    const loader = await receive('Loader 7');
    const press = await receive('CEB press');
    const cylinder = await receive('Hydraulic cylinder', { shelf: 'S3' });
    idIn(await act(cylinder, 'fit', { into: loader, at: ago(20) }));
    expect((await view(loader)).contents.map(({ name, lives }) => [name, lives])).toEqual([
      ['Hydraulic cylinder', 1],
    ]);

    idIn(await act(loader, 'scrap', { massKilograms: 900, material: 'steel', at: ago(15) }));
    const [objection] = refusal(await act(cylinder, 'fit', { into: press, at: ago(10) }));
    expect(objection).toEqual({
      rule: 'fittedElsewhere',
      message: 'It is fitted in Loader 7.',
      offer: 'Taken out of Loader 7 before that',
    });
    idIn(await act(cylinder, 'fit', { into: press, at: ago(10), infer: true }));

    const { place, livesIn, lives, provenance, story } = await view(cylinder);
    expect(place.inside.map(({ name }) => name)).toEqual(['CEB press']);
    expect(livesIn.map(({ into }) => into.name)).toEqual(['Loader 7', 'CEB press']);
    expect([lives, provenance]).toEqual([2, 'recovered']);
    expect(story.map(({ type, inferred }) => [type, inferred])).toEqual([
      ['PartFitted', false],
      ['PartRecovered', true],
      ['PartFitted', false],
      ['ItemReceived', false],
    ]);
    const then = async (days: number) =>
      thingAt.parse((await anna.get(`/api/things/${cylinder}/at?instant=${ago(days)}`)).body);
    expect((await then(25)).place).toMatchObject({ status: 'loose', shelf: 'S3', inside: [] });
    expect((await then(18)).place?.inside.map(({ name }) => name)).toEqual(['Loader 7']);
    expect((await then(40)).known).toBe(false);
    const inPress = thingAt.parse((await anna.get(`/api/things/${press}/at?instant=${ago(5)}`)).body);
    expect(inPress.contents.map(({ name }) => name)).toEqual(['Hydraulic cylinder']);
  });

  it('moves along with what it is inside of', async () => {
    const other = idIn(
      await steward.command('/api/workshops', { ...someWorkshop, name: 'Hillside Workshop' }),
    );
    const frame = await receive('Frame');
    const motor = await receive('Motor');
    idIn(await act(motor, 'fit', { into: frame }));
    idIn(await act(frame, 'move', { workshopId: other, shelf: 'A1' }));
    expect((await view(motor)).place).toMatchObject({ workshop: { name: 'Hillside Workshop' }, shelf: 'A1' });
  });

  it('never goes into itself, into what it holds, or into what is gone', async () => {
    const [box, lid, gone] = [await receive('Box'), await receive('Lid'), await receive('Crate')];
    idIn(await act(lid, 'fit', { into: box }));
    idIn(await act(gone, 'consume'));
    const rules = async (itemId: string, into: string) =>
      refusal(await act(itemId, 'fit', { into })).map(({ rule }) => rule);
    expect(await rules(box, box)).toEqual(['circular']);
    expect(await rules(box, lid)).toEqual(['circular']);
    expect(await rules(box, gone)).toEqual(['intoGone']);
    expect(refusal(await act(gone, 'take-out'))).toEqual([
      { rule: 'consumed', message: 'It was used up.', offer: 'It was not used up after all' },
      { rule: 'notFitted', message: 'It is not inside of anything.' },
    ]);
    expect(refusal(await act(lid, 'move', { workshopId, at: ago(29) })).map(({ rule }) => rule)).toEqual([
      'beforeKnown',
      'fittedElsewhere',
    ]);
    expect((await act(box, 'consume')).status).toBe(409);
  });

  it('gives every act its undo', async () => {
    const [tool, chest] = [await receive('Vice', { shelf: 'B2' }), await receive('Chest')];
    const before = await view(tool);
    const acts: [string, object][] = [
      ['fit', { into: chest }],
      ['move', { workshopId, shelf: 'C4' }],
      ['lend', { to: { kind: 'member', memberId: anna.memberId } }],
      ['repair', { note: 'New jaws' }],
      ['modify', { of: null, note: 'Longer' }],
      ['scrap', {}],
      ['consume', {}],
      ['split', { pieces: [{ name: 'Half a vice' }, { name: 'The other half' }] }],
    ];
    for (const [name, body] of acts) {
      const reply = await act(tool, name, body);
      expect([name, reply.status < 300]).toEqual([name, true]);
      const takenBack = await undone(reply);
      expect([name, takenBack.status]).toEqual([name, 200]);
      // And back again, where somebody pressed Undo by mistake.
      const again = await undone(takenBack);
      expect([name, again.status < 300]).toEqual([name, true]);
      expect([name, (await undone(again)).status]).toEqual([name, 200]);
      const { place, status, lives } = await view(tool);
      expect([name, { ...place, since: '' }, status, lives]).toEqual([
        name,
        { ...before.place, since: '' },
        'loose',
        0,
      ]);
    }
    const mistake = await anna.command('/api/things', { workshopId, description: shaft, how: 'found' });
    const takenBack = await undone(mistake);
    expect((await view(idIn(mistake))).status).toBe('neverWas');
    const thereAgain = await undone(takenBack);
    expect((await view(idIn(mistake))).place).toMatchObject({ status: 'loose', workshop: { workshopId } });
    expect((await undone(thereAgain)).status).toBe(200);
    expect((await view(idIn(mistake))).status).toBe('neverWas');
    const given = await act(tool, 'give', { to: { kind: 'member', memberId: anna.memberId } }, steward);
    expect((await view(tool)).place.owner).toMatchObject({ kind: 'member', member: { name: 'Anna' } });
    expect((await undone(given, steward)).status).toBe(200);
  });

  it('is a machine of the same id, and can become one that others book', async () => {
    const torch = await app().registerMachine(steward, workshopId, { ...someMachine, name: 'Torch table' });
    expect((await view(torch)).machine).toEqual({ machineId: torch, inService: true });
    const head = await receive('Torch head');
    idIn(await act(head, 'fit', { into: torch }));
    const cube = await receive('Power cube', { how: 'given' });
    idIn(await act(torch, 'repair', { note: 'New nozzle' }));
    const story = (await view(torch)).story.map(({ type, inferred }) => [type, inferred]);
    expect(story).toEqual([
      ['ItemRepaired', false],
      ['ItemReceived', true],
    ]);

    expect((await act(cube, 'into-service', { kind: 'other' })).status).toBe(403);
    const { code } = await view(cube);
    idIn(await act(cube, 'into-service', { kind: 'regional' }, steward));
    const machine = machineView.parse((await anna.get(`/api/machines/${cube}`)).body);
    expect(machine).toMatchObject({ name: 'Power cube', labelCode: code, tier: 'region' });
    expect(machine.rules.maximumDurationMinutes).toBe(7 * 24 * 60);
    expect(labelView.parse((await anna.get(`/api/labels/${code}`)).body)).toEqual({ machineId: cube });
    const { code: ofHead } = await view(head);
    expect(labelView.parse((await anna.get(`/api/labels/${ofHead}`)).body)).toEqual({ itemId: head });
    expect((await act(cube, 'consume')).status).toBe(409);
  });

  it('serves again where it stands, once its workshop let it go', async () => {
    const hilltop = idIn(await steward.command('/api/workshops', { ...someWorkshop, name: 'Hilltop' }));
    const described = { ...someMachine, name: 'Old lathe', maker: 'Myford' };
    const lathe = await app().registerMachine(steward, workshopId, described);
    const fault = { severity: 'worksStill', text: 'Belt squeals' };
    idIn(await steward.command(`/api/machines/${lathe}/faults`, fault));
    const seen = async () => machineView.parse((await steward.get(`/api/machines/${lathe}`)).body);
    const end = async (how: string) =>
      steward.command(`/api/machines/${lathe}/${how}`, {}, { ifMatch: (await seen()).revision });
    idIn(await end('retire'));
    const to = { kind: 'workshop', workshopId: hilltop };
    idIn(await act(lathe, 'give', { to }, steward));
    expect(refusal(await end('reinstate')).map(({ rule }) => rule)).toEqual(['elsewhere']);
    const serve = { kind: 'other', name: 'Our lathe' };
    expect((await act(lathe, 'into-service', serve)).status).toBe(403);
    idIn(await act(lathe, 'into-service', serve, steward));
    expect(await seen()).toMatchObject({ workshopId: hilltop, name: 'Our lathe', maker: 'Myford' });
    const faults = async (of: string) => (await steward.get(`/api/workshops/${of}/steward-day`)).text;
    expect(await faults(hilltop)).toContain('Belt squeals');
    expect(await faults(workshopId)).not.toContain('Belt squeals');
  });

  it('is taken apart into a salvage shelf that is searched by what fits', async () => {
    const mower = await receive('Mower');
    const reply = await act(mower, 'recover-from', { description: shaft, grade: 'good', shelf: 'Salvage' });
    const found = idIn(reply);
    const axle = await receive('Axle', {}, { sizes: [{ name: 'diameter', millimetres: 31.9 }] });
    idIn(await act(axle, 'fit', { into: mower }));
    const apart = takingApart.parse((await anna.get(`/api/things/${mower}/taking-apart`)).body);
    expect(apart.parts.map(({ name }) => name)).toEqual(['Axle']);
    expect(apart.allowedActions).toEqual(['item.change']);
    const passer = await app().person('Passer-by');
    const toAnybody = takingApart.parse((await passer.get(`/api/things/${mower}/taking-apart`)).body);
    expect(toAnybody.allowedActions).toEqual([]);
    idIn(await act(axle, 'take-out', { grade: 'worn', shelf: 'Salvage' }));

    const search = async (query: string) =>
      salvageList
        .parse((await anna.get(`/api/salvage?${query}`)).body)
        .things.map(({ itemId, kilometres, lives }) => [itemId, kilometres, lives]);
    const wanted = `kind=shaft&diameter=31.75&near=${workshopId}&kilometres=50`;
    expect(await search(`${wanted}&least-length=203.2`)).toEqual([[found, 0, 1]]);
    expect(await search(`${wanted}&least-length=260`)).toEqual([]);
    expect((await search(`diameter=31.75`)).map(([id]) => id).sort()).toEqual([axle, found].sort());
    expect(await search('kind=shaft&diameter=25')).toEqual([]);
    // Deep inside of what was scrapped it is found as well.
    const [wreck, gearbox] = [await receive('Wreck'), await receive('Gearbox')];
    const pinion = await receive('Pinion', {}, { sizes: [{ name: 'diameter', millimetres: 77 }] });
    idIn(await act(pinion, 'fit', { into: gearbox }));
    idIn(await act(gearbox, 'fit', { into: wreck }));
    expect(await search('diameter=77')).toEqual([]);
    idIn(await act(wreck, 'scrap', {}));
    expect((await search('diameter=77')).map(([id]) => id)).toEqual([pinion]);
    const listed = thingList.parse((await anna.get('/api/things?salvage=true&words=axle')).body);
    expect(listed.things.map(({ name, grade }) => [name, grade])).toEqual([['Axle', 'worn']]);
  });

  it('is open to everybody to read, and changed by those who work where it is', async () => {
    const drill = await receive('Pillar drill');
    const stranger = await app().person('Zoe');
    const { story, place } = thingView.parse((await app().nobody.get(`/api/things/${drill}`)).body);
    expect([story[0]?.by, place.workshop?.name]).toEqual([null, 'Riverside Workshop']);
    expect((await act(drill, 'move', { workshopId }, stranger)).status).toBe(403);
    expect((await app().nobody.command(`/api/things/${drill}/move`, { workshopId })).status).toBe(401);
    const absurd = await act(drill, 'scrap', { massKilograms: -4 });
    expect(absurd.status).toBe(400);
    const later = new Date(Date.now() + DAY).toISOString();
    expect(refusal(await act(drill, 'repair', { at: later })).map(({ rule }) => rule)).toEqual(['future']);
  });
});
