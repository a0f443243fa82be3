import type { JsonObject } from '../../shared/event.ts';

/** One step: what an event of the version before looks like in this version. Pure. */
export interface Upcaster {
  type: string;
  fromVersion: number;
  /** Where this version also gave the type another name. */
  toType?: string;
  upcast(data: JsonObject): JsonObject;
}
