import { afterAll, beforeAll, describe } from 'vitest';
import { describeAppend } from './contract/append.ts';
import { describeClosing } from './contract/closing.ts';
import { contractLog, type OpenedStore } from './contract/log.ts';
import { describeProcesses } from './contract/processes.ts';
import { describeReads } from './contract/reads.ts';
import { describeSize } from './contract/size.ts';
import { describeSubscription } from './contract/subscription.ts';
import { describeWholeLog } from './contract/wholeLog.ts';
import { describeWriters } from './contract/writers.ts';

/**
 * What every adapter must do. The log may hold other streams and be written by others at the same time: each test
 * works on streams of its own, and shares one open store with the others.
 */
export function eventStoreContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name} keeps the contract of the EventStore`, () => {
    let opened: OpenedStore;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(async () => {
      await opened?.close();
    });
    const log = contractLog(() => opened, open);
    describeAppend(log);
    describeWriters(log);
    describeReads(log);
    describeSize(log);
    describeWholeLog(log);
    describeSubscription(log);
    describeProcesses(log);
    describeClosing(log);
  });
}
