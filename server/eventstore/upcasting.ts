import type { JsonObject } from '../../shared/event.ts';
import { isEventType } from '../../shared/schemasOfEvents.ts';
import type { RecordedEvent } from './port.ts';

/** One step: what an event of the version before looks like in this version. Pure. */
export interface Upcaster {
  type: string;
  fromVersion: number;
  /** Where this version also gave the type another name. */
  toType?: string;
  upcast(data: JsonObject): JsonObject;
}

/**
 * Steps from older versions of events, oldest first. Each comes with a golden file in `test/golden/` of the version
 * that it leads from. Today every event type is at version 1.
 */
export const upcasters: readonly Upcaster[] = [];

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
  const byVersion = new Map(steps.map((step) => [`${step.type}@${step.fromVersion}`, step]));
  if (byVersion.size === 0) return (event) => event;
  return (event) => {
    let current = event;
    for (;;) {
      const step = byVersion.get(`${current.type}@${current.metadata.version}`);
      if (!step) return current;
      current = {
        ...current,
        type: step.toType ?? current.type,
        data: step.upcast(current.data),
        metadata: { ...current.metadata, version: current.metadata.version + 1 },
      };
    }
  };
}

export const upcast = upcasting(upcasters);
