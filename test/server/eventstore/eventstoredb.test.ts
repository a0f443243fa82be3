import { openEventStoreDb } from '../../../server/eventstore/eventstoredb/openEventStoreDb.ts';
import { eventStoreContract } from './contract.ts';
import { startStandIn } from './standIn/standIn.ts';

const cluster = process.env.EVENTSTORE_URL;

/**
 * The contract, through the real client: against a real cluster when `EVENTSTORE_URL` names one, else against the
 * stand-in. A real log is not empty and not ours alone; the contract keeps to streams of its own.
 */
if (cluster?.startsWith('esdb')) {
  eventStoreContract('EventStoreDB', async () => {
    const store = openEventStoreDb({ connectionString: cluster });
    return {
      store,
      close: () => store.close(),
      second: async () => openEventStoreDb({ connectionString: cluster }),
    };
  });
} else {
  eventStoreContract('EventStoreDB (stand-in)', async () => {
    const standIn = await startStandIn();
    const { connectionString } = standIn;
    const store = openEventStoreDb({ connectionString });
    return {
      store,
      fresh: true,
      close: async () => {
        await store.close();
        await standIn.close();
      },
      second: async () => openEventStoreDb({ connectionString }),
    };
  });
}
