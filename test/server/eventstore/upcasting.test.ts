import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RecordedEvent } from '../../../server/eventstore/port.ts';
import type { Upcaster } from '../../../server/eventstore/upcaster.ts';
import { currentVersion, upcast, upcasting } from '../../../server/eventstore/upcasting.ts';
import { schemasOfEvents } from '../../../shared/schemasOfEvents.ts';

const GOLDEN = join(import.meta.dirname, '../../golden');
const golden = z.strictObject({
  type: z.string(),
  version: z.int(),
  data: z.record(z.string(), z.json()),
});

const files = readdirSync(GOLDEN).map((name) => ({
  name,
  ...golden.parse(JSON.parse(readFileSync(join(GOLDEN, name), 'utf8'))),
}));

const recorded = (type: string, version: number, data: RecordedEvent['data']): RecordedEvent => ({
  id: '0b7e4d1c-52a9-4f0e-9c3d-000000000099',
  stream: 'workshop-1',
  revision: 0,
  position: 1n,
  type,
  data,
  metadata: {
    at: '2026-11-22T10:00:00.000Z',
    actor: 'operator',
    commandId: '0b7e4d1c-52a9-4f0e-9c3d-000000000098',
    commandHash: '0'.repeat(64),
    version,
  },
});

describe('every version of an event that was ever written', () => {
  it.each(Object.keys(schemasOfEvents))('%s has a golden file for each of its versions', (type) => {
    const versions = files.filter((file) => file.type === type).map((file) => file.version);
    const expected = Array.from({ length: currentVersion(type) }, (_, index) => index + 1);
    expect(versions.sort()).toEqual(expect.arrayContaining(expected));
  });

  it.each(files)('$name can be read today', ({ type, version, data }) => {
    const event = upcast(recorded(type, version, data));
    const schema = new Map<string, z.ZodType>(Object.entries(schemasOfEvents)).get(event.type);
    expect(schema?.parse(event.data)).toEqual(event.data);
    expect(event.metadata.version).toBe(currentVersion(event.type));
  });
});

describe('upcasting', () => {
  const steps: Upcaster[] = [
    {
      type: 'WorkshopOpened',
      fromVersion: 1,
      upcast: ({ title, ...data }) => ({ ...data, name: title ?? '' }),
    },
    { type: 'WorkshopOpened', fromVersion: 2, toType: 'WorkshopFounded', upcast: (data) => data },
  ];

  it('leads through every step, renames included', () => {
    const event = upcasting(steps)(recorded('WorkshopOpened', 1, { title: 'Harbour' }));
    expect(event).toMatchObject({
      type: 'WorkshopFounded',
      data: { name: 'Harbour' },
      metadata: { version: 3 },
    });
    expect(currentVersion('WorkshopFounded', steps)).toBe(3);
  });

  it('leaves the event that it was given, and newest events, as they are', () => {
    const old = recorded('WorkshopOpened', 1, { title: 'Harbour' });
    upcasting(steps)(old);
    expect(old).toMatchObject({
      type: 'WorkshopOpened',
      data: { title: 'Harbour' },
      metadata: { version: 1 },
    });
    const newest = recorded('WorkshopFounded', 3, { name: 'Harbour' });
    expect(upcasting(steps)(newest)).toBe(newest);
  });
});
