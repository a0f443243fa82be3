import { describe, expect, test } from 'vitest';
import { someEvent } from '../someEvent.ts';
import { type ContractLog, someEvents } from './log.ts';

export function describeReads(contract: ContractLog): void {
  const { newStream, write, readStream, eventually } = contract;

  describe('read', () => {
    test('gives back what was written, to the letter', async () => {
      const stream = newStream();
      const event = someEvent({
        type: 'PartRecovered',
        data: {
          text: 'Säge 🪚👩🏽‍🔧 שלום العربية \u2028\u2029 \u0000 "\\" \\ud83d </script> \ufeff e\u0301',
          '': 'empty key',
          ключ: [1, -0.5, 1e21, 5e-324, 9007199254740991, true, false, null, [], {}, ''],
          z: 1,
          a: { deeply: { nested: ['x'] } },
        },
      });
      const { position } = await write(stream, [event]);
      expect(await readStream(stream)).toEqual([{ ...event, stream, revision: 0, position }]);
      expect(JSON.stringify((await readStream(stream))[0]?.data)).toBe(JSON.stringify(event.data));
    });

    test('keeps names of streams and types with any letters', async () => {
      const stream = `${newStream()}Werk-Süd 🪚 ش'"; drop table events; --%_*[a]`;
      await write(stream, [someEvent({ type: 'Émis' })]);
      expect(await readStream(stream)).toMatchObject([{ stream, type: 'Émis' }]);
      expect(await eventually(stream, 1)).toMatchObject([{ stream, type: 'Émis' }]);
    });

    test('a missing stream is empty, both ways', async () => {
      expect(await contract.store.read(newStream(), { limit: 10 })).toEqual([]);
      expect(await contract.store.read(newStream(), { limit: 10, direction: 'backwards' })).toEqual([]);
      expect(await contract.store.read(newStream(), { limit: 10, from: 3 })).toEqual([]);
    });

    test.each<[{ from?: number; direction?: 'forwards' | 'backwards'; limit: number }, number[]]>([
      [{ limit: 100 }, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
      [{ limit: 3 }, [0, 1, 2]],
      [{ from: 4, limit: 3 }, [4, 5, 6]],
      [{ from: 8, limit: 5 }, [8, 9]],
      [{ from: 9, limit: 1 }, [9]],
      [{ from: 10, limit: 5 }, []],
      [{ direction: 'forwards', from: 0, limit: 1 }, [0]],
      [{ direction: 'backwards', limit: 3 }, [9, 8, 7]],
      [{ direction: 'backwards', limit: 100 }, [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]],
      [{ direction: 'backwards', from: 4, limit: 2 }, [4, 3]],
      [{ direction: 'backwards', from: 1, limit: 5 }, [1, 0]],
      [{ direction: 'backwards', from: 0, limit: 5 }, [0]],
      [{ direction: 'backwards', from: 12, limit: 2 }, [9, 8]],
      [{ limit: 0 }, []],
    ])('of ten events, %j gives the revisions %j', async (options, revisions) => {
      const stream = newStream();
      await write(stream, someEvents(10));
      expect((await contract.store.read(stream, options)).map((event) => event.revision)).toEqual(revisions);
    });

    test('sees an append as soon as it is answered', async () => {
      const stream = newStream();
      for (let revision = 0; revision < 20; revision++) {
        await write(stream, someEvents(1));
        expect(await contract.store.read(stream, { direction: 'backwards', limit: 1 })).toMatchObject([
          { revision },
        ]);
      }
    });
  });
}
