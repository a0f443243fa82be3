import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { networkFittings, networkThings } from '../../../server/network/tables.ts';
import { BY, openHistory } from './history.ts';

type History = ReturnType<typeof openHistory>;
const insideOf = ({ reader }: History, itemId: string) => reader.byKey(networkThings, itemId)?.insideOf;
const ending = (history: History, itemId: string) => ({
  itemId,
  buildId: null,
  line: null,
  ...history.done(),
});

it('leaves out what closes a circle, in the order of the log, before anything refuses it', () => {
  const history = openHistory();
  const [box, crate, lid] = [history.receive('Box'), history.receive('Crate'), history.receive('Lid')];
  history.fit(lid, box);
  history.fit(box, crate);
  const late = history.fit(crate, lid);
  expect(insideOf(history, crate)).toBeNull();
  expect(history.reader.byKey(networkFittings, late)).toBeUndefined();
  history.happen('FittingRefused', { itemId: crate, fittingId: late, why: 'circular' });
  expect(history.reader.byKey(networkThings, crate)).toMatchObject({ insideOf: null, fittings: 0, holds: 1 });
});

it('leaves out what goes into what is gone or was never there', () => {
  const history = openHistory();
  const [gone, bolt] = [history.receive('Plate'), history.receive('Bolt')];
  history.happen('ItemConsumed', ending(history, gone));
  history.fit(bolt, gone);
  history.fit(bolt, randomUUID());
  expect(insideOf(history, bolt)).toBeNull();
  const build = history.start('Press');
  const { buildId } = build;
  const why = { reasonId: null, by: BY };
  const workshopId = history.reader.byKey(networkThings, bolt)?.workshopId ?? '';
  history.happen('BuildAbandoned', { buildId, workshopId, ...why });
  history.fit(bolt, build.itemId);
  expect(insideOf(history, bolt)).toBeNull();
  history.happen('BuildReopened', { buildId, workshopId, by: BY });
  history.fit(bolt, build.itemId);
  expect(insideOf(history, bolt)).toBe(build.itemId);
});

it('keeps what was used up while something went into it', () => {
  const history = openHistory();
  const [box, lid] = [history.receive('Box'), history.receive('Lid')];
  history.fit(lid, box);
  history.happen('ItemConsumed', ending(history, box));
  expect(history.reader.byKey(networkThings, box)?.ended).toBeNull();
});

it('has a thing again as it was that was written down after all', () => {
  const history = openHistory();
  const design = history.publish({ title: 'Wheel' });
  const [cart, by] = [history.receive('Cart'), { by: BY }];
  const wheel = history.receive('Wheel', { how: 'recovered', from: cart, of: design });
  const before = history.reader.byKey(networkThings, wheel);
  history.happen('ItemTakenBack', { itemId: wheel, ...by });
  expect(history.reader.byKey(networkThings, wheel)).toBeUndefined();
  history.happen('ItemEndTakenBack', { itemId: wheel, inferred: false, ...by });
  expect(history.reader.byKey(networkThings, wheel)).toEqual(before);
});
