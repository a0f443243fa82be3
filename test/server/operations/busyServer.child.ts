/**
 * A process that books without pause: a text into the accounts, then the event that names it, as the program does.
 * Arguments: the data folder. Tells 'ready' after its first booking; runs until it is killed.
 */
import { randomUUID } from 'node:crypto';
import { undisputed } from '../bookings/undisputed.ts';
import { accountsOf, eventOf, openedLog } from './region.ts';

const [dataFolder = ''] = process.argv.slice(2);
const place = { dataFolder, eventStoreUrl: null, backupFolder: `${dataFolder}/backups` };
const accounts = await accountsOf(place);
const { store } = openedLog(place);
const [start, end] = ['2026-11-23T10:00:00.000Z', '2026-11-23T12:00:00.000Z'];
for (let count = 0; ; count++) {
  const [purposeId, machineId, memberId] = [randomUUID(), randomUUID(), randomUUID()];
  await accounts.texts.put({ id: purposeId, kind: 'bookingPurpose', body: 'a stool', author: memberId });
  const booking = { bookingId: randomUUID(), machineId, workshopId: randomUUID(), memberId, start, end };
  await store.append(
    `calendar-${machineId}`,
    [eventOf('BookingPlaced', { ...undisputed, ...booking, purposeId })],
    'none',
  );
  if (count === 0) process.send?.('ready');
}
