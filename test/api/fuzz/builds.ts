import { idIn, type Person } from '../../server/application.ts';
import type { Known } from './values.ts';

/** A build with a word of everything in its log, things in one another, a shelf with bars, and work that was noted. */
export async function someBuilds(who: Person, workshopId: string, designId: string): Promise<Known> {
  const made = async (path: string, body: object = {}) => idIn(await who.command(`/api/${path}`, body));
  const receive = (name: string) => made('things', { workshopId, description: { name }, how: 'bought' });
  const [press, loader, box, pump, hose, bar] = await Promise.all(
    ['Press', 'Loader', 'Box', 'Pump', 'Hose', 'Bar'].map(receive),
  );
  const fittingId = await made(`things/${pump}/fit`, { into: press });
  const repairId = await made(`things/${loader}/repair`, { note: 'Welded' });

  const start = (of: object | null) => made('builds', { workshopId, name: 'Cube', kind: 'make', of });
  const [buildId = '', second = '', third = ''] = await Promise.all([
    start({ designId, revision: 1 }),
    start({ designId, revision: 1 }),
    start(null),
  ]);
  const on = (path: string, body: object) => made(`builds/${buildId}/${path}`, body);
  const logId = await on('log', { note: 'Welded' });
  const meetingId = await on('meetings', { line: 'line-bolt' });
  const measurementId = await on('measurements', { name: 'Gap', value: 0.2, unit: 'mm' });
  const testId = await on('tests', { name: 'Runs', outcome: 'passed' });
  const remarkId = await on('remarks', { kind: 'deviation', text: 'Longer' });

  const metres = (quantity: number) => ({ amount: { quantity, unit: 'm' } });
  const materialId = await made(`workshops/${workshopId}/stock`, {
    description: { name: 'Tube', unit: 'm' },
    receive: metres(12),
  });
  const shelf = `workshops/${workshopId}/stock/${materialId}`;
  const lotId = await made(`${shelf}/receive`, metres(6));
  const consumptionId = await made(`${shelf}/consume`, { ...metres(1), buildId });
  const stockReservationId = await made(`${shelf}/reserve`, { ...metres(2), buildId });
  const workId = await made('me/work', {
    kind: 'cleaning',
    minutes: 30,
    on: { kind: 'workshop', workshopId },
  });

  const things = [press, loader, box, pump, hose, bar].flatMap((itemId) => itemId ?? []);
  return {
    itemId: things,
    into: things,
    subjectId: things,
    fittingId: [fittingId],
    repairId: [repairId],
    buildId: [buildId, buildId, second, third],
    logId: [logId],
    meetingId: [meetingId],
    measurementId: [measurementId],
    testId: [testId],
    remarkId: [remarkId],
    line: ['line-bolt', 'line-pump'],
    materialId: [materialId],
    lotId: [lotId],
    consumptionId: [consumptionId],
    stockReservationId: [stockReservationId],
    workId: [workId],
  };
}
