import type { Projection } from '../../views/projection.ts';
import { defineTable, type RowOf } from '../../views/table.ts';

/** The line before each machine; a wish leaves when it is given up or its hold has ended. `place` orders the line. */
export const waits = defineTable({
  name: 'waits',
  columns: {
    waitId: 'text',
    machineId: 'text',
    workshopId: 'text',
    memberId: 'text',
    wantedFrom: 'integer',
    wantedTo: 'integer',
    minutes: 'integer',
    place: 'integer',
  },
  key: 'waitId',
  indexes: [['machineId', 'place'], ['memberId']],
});
export type WaitRow = RowOf<typeof waits>;

/** Slots that are held. One whose `until` is past is over. */
export const holds = defineTable({
  name: 'holds',
  columns: {
    holdId: 'text',
    waitId: 'text',
    machineId: 'text',
    workshopId: 'text',
    memberId: 'text',
    startsAt: 'integer',
    endsAt: 'integer',
    until: 'integer',
    revision: 'integer',
  },
  key: 'holdId',
  indexes: [['machineId', 'endsAt'], ['memberId'], ['until']],
});
export type HoldRow = RowOf<typeof holds>;

/** What a workshop keeps for itself. */
export const reservations = defineTable({
  name: 'reservations',
  columns: {
    reservationId: 'text',
    machineId: 'text',
    workshopId: 'text',
    startsAt: 'integer',
    endsAt: 'integer',
    purposeId: 'text',
    revision: 'integer',
    changedAt: 'integer',
  },
  key: 'reservationId',
  indexes: [
    ['machineId', 'endsAt'],
    ['workshopId', 'endsAt'],
  ],
});
export type ReservationRow = RowOf<typeof reservations>;

const times = ({ start, end }: { start: string; end: string }) => ({
  startsAt: Date.parse(start),
  endsAt: Date.parse(end),
});

/** Who waits, what is held for whom, and what a workshop keeps for itself: time that is spoken for without a booking. */
export const waitingProjection: Projection = {
  name: 'waiting',
  source: import.meta.url,
  tables: [waits, holds, reservations],
  on: {
    WaitingJoined({ data: { waitId, machineId, workshopId, memberId, ...wish }, revision }, tables) {
      const wanted = { wantedFrom: Date.parse(wish.from), wantedTo: Date.parse(wish.to) };
      const row = { waitId, machineId, workshopId, memberId, ...wanted, minutes: wish.minutes };
      tables.of(waits).put({ ...row, place: revision });
    },
    WaitingLeft({ data: { waitId } }, tables) {
      tables.of(waits).remove(waitId);
    },
    SlotHeld({ data, revision }, tables) {
      const { holdId, waitId, machineId, workshopId, memberId, until } = data;
      const whose = { holdId, waitId, machineId, workshopId, memberId };
      tables.of(holds).put({ ...whose, ...times(data), until: Date.parse(until), revision });
    },
    HoldEnded({ data: { holdId, waitId, why } }, tables) {
      tables.of(holds).remove(holdId);
      if (why !== 'ruledOut') tables.of(waits).remove(waitId);
    },
    TimeReserved({ data, revision, at }, tables) {
      const { reservationId, machineId, workshopId, purposeId } = data;
      const row = {
        reservationId,
        machineId,
        workshopId,
        purposeId,
        ...times(data),
        revision,
        changedAt: at,
      };
      tables.of(reservations).put(row);
    },
    ReservationLifted({ data: { reservationId } }, tables) {
      tables.of(reservations).remove(reservationId);
    },
  },
};
