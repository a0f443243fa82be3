import { describe, expect, test } from 'vitest';
import { appendBytes, encodeAppend } from '../../../../server/eventstore/encode.ts';
import { AppendRefused, MAXIMUM_APPEND_BYTES, type NewEvent } from '../../../../server/eventstore/port.ts';
import { someEvent } from '../someEvent.ts';
import { type ContractLog, someEvents } from './log.ts';

export function describeSize(contract: ContractLog): void {
  const { newStream, write, readStream } = contract;

  describe('size', () => {
    /** Events whose append weighs exactly `bytes`; some letters take two bytes, so that letters are not counted. */
    function weighing(bytes: number, count = 1): NewEvent[] {
      const events = Array.from({ length: count }, () => someEvent({ data: { text: 'üé' } }));
      const first = events[0];
      if (first === undefined) throw new RangeError('At least one event.');
      const missing = bytes - appendBytes(encodeAppend('x', events, 'any'));
      return [{ ...first, data: { text: `üé${'x'.repeat(missing)}` } }, ...events.slice(1)];
    }

    test.each([1, 100])('an append of exactly the largest size, in %i events, is written', async (count) => {
      const stream = newStream();
      const events = weighing(MAXIMUM_APPEND_BYTES, count);
      expect(await write(stream, events, 'none')).toMatchObject({ revision: count - 1 });
      expect((await readStream(stream)).map((event) => event.data)).toEqual(
        events.map((event) => event.data),
      );
    });

    test.each([1, 100])('one byte more, in %i events, is refused and nothing is written', async (count) => {
      const stream = newStream();
      const refusal = contract.store.append(stream, weighing(MAXIMUM_APPEND_BYTES + 1, count), 'none');
      await expect(refusal).rejects.toThrow(AppendRefused);
      await expect(refusal).rejects.toMatchObject({ reason: 'tooLarge' });
      expect(await readStream(stream)).toEqual([]);
      expect(await write(stream, someEvents(1), 'none')).toMatchObject({ revision: 0 });
    });
  });

  test('the size is counted in bytes, not in letters', async () => {
    const stream = newStream();
    const text = 'é'.repeat(MAXIMUM_APPEND_BYTES / 2);
    await expect(
      contract.store.append(stream, [someEvent({ data: { text } })], 'none'),
    ).rejects.toMatchObject({
      reason: 'tooLarge',
    });
    const shorter = text.slice(500);
    expect(await write(stream, [someEvent({ data: { text: shorter } })], 'none')).toMatchObject({
      revision: 0,
    });
    expect((await readStream(stream))[0]?.data).toEqual({ text: shorter });
  });
}
