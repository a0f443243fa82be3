import type { JsonObject } from '../../shared/event.ts';
import type { RecordedEvent } from './port.ts';

/** One step: what an event of the version before looks like in this version. Pure. */
export interface Upcaster {
  type: string;
  fromVersion: number;
  /** The type may have been renamed too. */
  upcast(data: JsonObject): { type?: string; data: JsonObject };
}

/**
 * Steps from older versions of events, oldest first. Each comes with a golden file in `test/golden/` of the version
 * that it leads from. Today every event type is at version 1.
 */
export const upcasters: readonly Upcaster[] = [];

/** The version in which `type` is written today. */
export function currentVersion(type: string, steps: readonly Upcaster[] = upcasters): number {
  let version = 1;
  for (const step of steps) if (step.type === type) version = Math.max(version, step.fromVersion + 1);
  return version;
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
      const { type = current.type, data } = step.upcast(current.data);
      current = {
        ...current,
        type,
        data,
        metadata: { ...current.metadata, version: current.metadata.version + 1 },
      };
    }
  };
}

export const upcast = upcasting(upcasters);
