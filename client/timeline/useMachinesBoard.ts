import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  type FoldedTimeline,
  foldedTimeline,
  type TimelineView,
  unfolded,
} from '../../shared/bookings/timeline.ts';
import { machineCalendarView } from '../../shared/bookings/views.ts';
import { get } from '../api.ts';
import { calendarPath } from '../booking/calendarResource.ts';
import { useLive } from '../live.ts';
import { RequestFailed } from '../problem.ts';
import { type Resource, useResource } from '../resource.ts';
import { type Board, type BoardRow, machineRow } from './board.ts';
import { ticksOfStrip } from './ticks.ts';
import { stripTrack } from './track.ts';
import { useLast } from './useLast.ts';
import { wallDay } from './wallDay.ts';

type Machine = TimelineView['machines'][number];

/** When more machines than this change at once, the whole timeline is read again instead of each of them. */
const ONE_BY_ONE = 6;

/** Machines that are read and drawn before the others: more than a tall screen shows. */
const FIRST_SHOWN = 40;

export interface MachinesBoard {
  resource: Resource<FoldedTimeline>;
  view: TimelineView | undefined;
  board: Board | undefined;
  /** Reads one row again; resolves when it is there. Never throws. */
  refresh: (row: BoardRow) => Promise<void>;
}

/**
 * The timeline of a workshop, kept live: a change of one calendar reads that machine only, so that among a thousand machines
 * one booking costs one small request.
 */
export const useMachinesBoard = (
  workshopId: string,
  from: string | undefined,
  days: number,
): MachinesBoard => {
  const query = from === undefined ? `days=${days}` : `from=${from}&days=${days}`;
  const path = `/api/workshops/${workshopId}/timeline?${query}`;
  const beginning = useResource(`${path}&first=${FIRST_SHOWN}`, foldedTimeline);
  const hasMore = beginning.value.value?.more === true;
  const all = useResource(hasMore ? path : null, foldedTimeline);
  const resource = hasMore ? all : beginning;
  const read = resource.value.value;
  const last = useLast(
    useMemo(() => read && unfolded(read), [read]),
    workshopId,
  );
  // Another day of many machines keeps the rows of the last one until all are read: so nobody loses their place.
  const first = beginning.value.value;
  const whole = useMemo(() => last ?? (first && unfolded(first)), [last, first]);
  // Rows read since the whole was: they stand in its place until it is read again.
  const [patches, setPatches] = useState<{
    of: TimelineView | undefined;
    machines: ReadonlyMap<string, Machine>;
  }>({
    of: undefined,
    machines: new Map(),
  });
  const view = useMemo(() => {
    if (!whole || patches.of !== whole) return whole;
    return {
      ...whole,
      machines: whole.machines.map((machine) => patches.machines.get(machine.machineId) ?? machine),
    };
  }, [whole, patches]);

  const latest = useRef(whole);
  latest.current = whole;
  const stopped = useRef(false);
  useEffect(() => {
    stopped.current = false;
    return () => {
      stopped.current = true;
    };
  }, []);

  const asked = useRef(new Map<string, number>());

  const refreshMachine = async (machineId: string): Promise<void> => {
    const base = latest.current;
    const first = base?.days[0];
    const before = base?.machines.find((machine) => machine.machineId === machineId);
    if (!base || !first || !before) return;
    const number = (asked.current.get(machineId) ?? 0) + 1;
    asked.current.set(machineId, number);
    try {
      const { bookings, outages, reservations, held } = await get(
        calendarPath(machineId, first.date, base.days.length),
        machineCalendarView,
      );
      if (stopped.current || asked.current.get(machineId) !== number) return;
      // The whole was read meanwhile, perhaps from before this change.
      if (latest.current !== base) return await refreshMachine(machineId);
      setPatches((known) => {
        const machines = new Map(known.of === base ? known.machines : []);
        machines.set(machineId, { ...before, bookings, outages, reservations, held });
        return { of: base, machines };
      });
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
    }
  };

  const topics = useMemo(
    () => [
      `workshop-${workshopId}`,
      ...(whole?.machines ?? []).flatMap(({ machineId }) => topicsOf(machineId)),
    ],
    [whole, workshopId],
  );
  useLive(topics, (changed) => {
    const calendars = changed?.flatMap((topic) => (topic.startsWith('calendar-') ? [topic.slice(9)] : []));
    if (!changed || !calendars || calendars.length < changed.length || calendars.length > ONE_BY_ONE) {
      resource.refetch();
    } else for (const machineId of calendars) refreshMachine(machineId);
  });

  const board = useMachineRows(view);
  return { resource, view, board, refresh: (row) => refreshMachine(row.machine.machineId) };
};

const topicsOf = (machineId: string) => [`calendar-${machineId}`, `machine-${machineId}`];

/** Rows are made once for each machine that was read, so that a change of one leaves the others as they are. */
const useMachineRows = (view: TimelineView | undefined): Board | undefined => {
  const days = view?.days;
  const timeZone = view?.timeZone;
  const frame = useMemo(() => {
    if (!days || !timeZone) return undefined;
    const wallDays = days.map((day) => wallDay(day, timeZone));
    const track = stripTrack(wallDays);
    return {
      timeZone,
      days: wallDays,
      track,
      ticks: ticksOfStrip(wallDays, track),
      rows: new WeakMap<Machine, BoardRow>(),
    };
  }, [days, timeZone]);
  return useMemo(() => {
    if (!frame || !view) return undefined;
    const rows = view.machines.map((machine) => {
      const known = frame.rows.get(machine) ?? machineRow(machine, frame.days, frame.track);
      frame.rows.set(machine, known);
      return known;
    });
    const { timeZone, days, ticks, track } = frame;
    return { layout: 'machines', timeZone, days, rows, ticks, length: track.length };
  }, [frame, view]);
};
