import type { Projection, TableWriters } from '../views/projection.ts';
import { lead, unlead } from './linking.ts';
import { networkBuildUses, networkSessions, networkUses, type UseRow } from './tables.ts';

const linkOf = (buildId: string, bookingId: string) => `${buildId}/${bookingId}`;

/** A start that was taken back at once lasted no time: nothing was made with the machine. */
const hasRun = ({ startedAt, stoppedAt }: UseRow): boolean =>
  stoppedAt === null || startedAt === null || stoppedAt > startedAt;

/** Whether a build was made with a machine follows from the session, and from the build to which that belongs. */
function settle(tables: TableWriters, bookingId: string, at: number): void {
  const buildId = tables.of(networkSessions).get(bookingId)?.buildId;
  if (buildId === undefined) return;
  const use = tables.of(networkUses).get(bookingId);
  const link = linkOf(buildId, bookingId);
  const isLinked = tables.of(networkBuildUses).get(link) !== undefined;
  const runs = use !== undefined && hasRun(use);
  if (!runs) part(tables, buildId, bookingId);
  else if (!isLinked) {
    const { machineId } = use;
    lead(tables, `use/${link}`, 'madeWith', { itemId: machineId }, { buildId }, at);
    tables.of(networkBuildUses).put({ link, buildId, bookingId, machineId });
  }
}

function part(tables: TableWriters, buildId: string, bookingId: string): void {
  const link = linkOf(buildId, bookingId);
  if (!tables.of(networkBuildUses).get(link)) return;
  tables.of(networkBuildUses).remove(link);
  unlead(tables, `use/${link}`);
}

/** Sessions of machines, and the builds for which they ran. */
export const useHandlers: Projection['on'] = {
  UseStarted({ data }, tables) {
    const { bookingId, machineId, workshopId, memberId, buildId } = data;
    const [use, startedAt] = [{ bookingId, machineId, workshopId, memberId }, Date.parse(data.at)];
    tables.of(networkUses).put({ ...use, startedAt, stoppedAt: null });
    const before = tables.of(networkSessions).get(bookingId)?.buildId;
    if (buildId !== null && before !== buildId) {
      if (before !== undefined) part(tables, before, bookingId);
      tables.of(networkSessions).put({ bookingId, buildId });
    }
    settle(tables, bookingId, startedAt);
  },
  UseStopped({ data: { bookingId, machineId, workshopId, memberId, at } }, tables) {
    const known = tables.of(networkUses).get(bookingId);
    const use = known ?? { bookingId, machineId, workshopId, memberId, startedAt: null };
    tables.of(networkUses).put({ ...use, stoppedAt: Date.parse(at) });
    settle(tables, bookingId, use.startedAt ?? Date.parse(at));
  },
  UseHandedOver({ data: { bookingId, toMemberId } }, tables) {
    if (tables.of(networkUses).get(bookingId))
      tables.of(networkUses).change(bookingId, { memberId: toMemberId });
  },
  /** As if it had never been used. */
  BookingReinstated({ data: { bookingId }, at }, tables) {
    if (tables.of(networkUses).get(bookingId)) tables.of(networkUses).remove(bookingId);
    settle(tables, bookingId, at);
  },
  BookingCorrected({ data: { bookingId, start, end } }, tables) {
    const use = tables.of(networkUses).get(bookingId);
    if (use?.stoppedAt == null) return;
    const times = { startedAt: Date.parse(start), stoppedAt: Date.parse(end) };
    tables.of(networkUses).change(bookingId, times);
    settle(tables, bookingId, times.startedAt);
  },
  SessionJoined({ data: { buildId, bookingId }, at }, tables) {
    // Hours are counted once: of two builds that join it at once the earlier in the log has it.
    if (tables.of(networkSessions).get(bookingId)) return;
    tables.of(networkSessions).put({ bookingId, buildId });
    settle(tables, bookingId, at);
  },
  SessionLeft({ data: { buildId, bookingId } }, tables) {
    if (tables.of(networkSessions).get(bookingId)?.buildId !== buildId) return;
    tables.of(networkSessions).remove(bookingId);
    part(tables, buildId, bookingId);
  },
};
