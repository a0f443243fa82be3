import { expect, test } from 'vitest';
import { type ContractLog, someEvents } from './log.ts';

export function describeClosing(contract: ContractLog): void {
  const { newStream } = contract;

  test('a closed store accepts nothing and its subscriptions have ended', async () => {
    const other = await contract.open();
    const stream = newStream();
    const handled = Promise.withResolvers<void>();
    other.store.subscribe({ filter: { streamPrefixes: [stream] } }, async () => handled.resolve());
    const accepted = other.store.append(stream, someEvents(1), 'none');
    await handled.promise;
    expect((await accepted).outcome).toBe('appended');
    await other.store.close();
    await expect(other.store.append(stream, someEvents(1), 'any')).rejects.toThrow();
    await other.close();
  });
}
