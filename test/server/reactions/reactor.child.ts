import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openAccounts } from '../../../server/accounts/accounts.ts';
import { createCommandHandler } from '../../../server/commands/handler.ts';
import { derivedId } from '../../../server/commands/identity.ts';
import { openSnapshots } from '../../../server/commands/snapshots.ts';
import { openStates } from '../../../server/commands/states.ts';
import { openSqliteEventStore } from '../../../server/eventstore/sqlite/store.ts';
import { upcast } from '../../../server/eventstore/upcasting.ts';
import type { Reaction } from '../../../server/reactions/reaction.ts';
import { startReactions } from '../../../server/reactions/runner.ts';
import { claimSlot } from '../../../server/views/slot.ts';
import { openViews } from '../../../server/views/views.ts';
import { defining } from '../commands/shelf.ts';
import { shelfProjection } from '../views/shelfViews.ts';

/**
 * A process that reacts: whatever one workshop defines, workshop `mirror` defines too, and a member is told.
 * `killed` as third argument: it dies by SIGKILL after the command and before the checkpoint.
 */
const [folder = '', mirror = '', memberId = '', how = 'lives'] = process.argv.slice(2);

const mirroring: Reaction = {
  name: 'mirroring',
  on: ['CompetenceDefined'],
  react: ({ data, id }) => {
    if (!('competenceId' in data) || !('name' in data) || data.workshopId === mirror) {
      return { commands: [], notices: [] };
    }
    const command = { workshopId: mirror, competenceId: derivedId(id, 'mirrored'), name: String(data.name) };
    return {
      commands: [
        {
          stream: `workshop-${mirror}`,
          give: async (handler, given) => {
            const outcome = await handler.handle(defining(), { command, ...given });
            if (how === 'killed') process.kill(process.pid, 'SIGKILL');
            return outcome;
          },
        },
      ],
      notices: [{ memberId, kind: 'mirrored', params: { name: command.name } }],
    };
  },
};

const store = openSqliteEventStore({ path: join(folder, 'log.db') });
const slot = claimSlot(folder);
const views = await openViews({
  store,
  folder,
  slot: slot.number,
  projections: [shelfProjection],
  clock: Date.now,
});
const accounts = await openAccounts({
  path: join(folder, 'accounts.db'),
  secret: 'a secret that is only used by this one test process',
  publicUrl: 'http://localhost',
});
const commands = createCommandHandler({
  store,
  states: openStates(store, openSnapshots(join(folder, `snapshots-${slot.number}.db`)), upcast),
  views,
  streamOfCommand: views.streamOfCommand,
  keepTexts: () => {},
  clock: Date.now,
});
startReactions({
  wantsInvitations: async () => true,
  store,
  views,
  commands,
  state: accounts.reactions,
  lease: accounts.lease,
  reactions: [mirroring],
  holder: randomUUID(),
  clock: Date.now,
  log: (_level, message) => process.stderr.write(`${message}\n`),
});
process.send?.('ready');
