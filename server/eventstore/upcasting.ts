import { isEventType } from '../../shared/schemasOfEvents.ts';
import { olderCalendarEvents } from '../bookings/olderEvents.ts';
import { olderMachineEvents } from '../machines/olderEvents.ts';
import { olderMemberEvents } from '../members/olderEvents.ts';
import type { RecordedEvent } from './port.ts';
import type { Upcaster } from './upcaster.ts';

/**
 * Steps from older versions of events, oldest first. Each comes with a golden file in `test/golden/` of the version
 * that it leads from.
 */
export const upcasters: readonly Upcaster[] = [
  ...olderCalendarEvents,
  ...olderMachineEvents,
  ...olderMemberEvents,
];

/** The version in which `type` is written today. */
export function currentVersion(type: string, steps: readonly Upcaster[] = upcasters): number {
  let version = 1;
  for (const { type: from, toType = from, fromVersion } of steps) {
    if (toType === type) version = Math.max(version, fromVersion + 1);
  }
  return version;
}

/** Whether this release can read an event (already upcast): a newer one beside it may have written it. */
export function isKnown({ type, metadata }: RecordedEvent): boolean {
  return isEventType(type) && metadata.version <= currentVersion(type);
}

/** Leads an event to its newest version; an event that is there already comes back as it is. */
export function upcasting(steps: readonly Upcaster[]): (event: RecordedEvent) => RecordedEvent {
  // By type first: nearly all events are of their newest version, and each event of the log passes here.
  const byType = Map.groupBy(steps, ({ type }) => type);
  return (event) => {
    let current = event;
    for (;;) {
      const { version } = current.metadata;
      const step = byType.get(current.type)?.find(({ fromVersion }) => fromVersion === version);
      if (!step) return current;
      current = {
        ...current,
        type: step.toType ?? current.type,
        data: step.upcast(current.data),
        metadata: { ...current.metadata, version: version + 1 },
      };
    }
  };
}

export const upcast = upcasting(upcasters);
