import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Router } from 'express';
import type { DemoSignIns } from './about.ts';
import { type Accounts, openAccounts } from './accounts/accounts.ts';
import { type Chance, systemChance } from './accounts/chance.ts';
import { DRAFTS_FILE } from './accounts/erasureList.ts';
import { readOrCreateSecret } from './accounts/secret.ts';
import { accountsSettingsOf } from './accountsSettings.ts';
import { startBackground } from './background.ts';
import { createCommandHandler } from './commands/handler.ts';
import { openSnapshots } from './commands/snapshots.ts';
import { openStates } from './commands/states.ts';
import type { Configuration } from './configuration.ts';
import { designContents } from './designs/contents.ts';
import { openDrafts } from './designs/drafts/drafts.ts';
import { openDrawings } from './drawings/drawings.ts';
import { discoveryOf } from './embed/discovery.ts';
import { embedPages } from './embed/embedPages.ts';
import { countedAppends } from './eventstore/counted.ts';
import { openLog } from './eventstore/open.ts';
import { type EventStore, StoreUnavailable } from './eventstore/port.ts';
import { upcast } from './eventstore/upcasting.ts';
import { contentsIn } from './files/contents.ts';
import { withdrawalOf } from './files/queries.ts';
import { type FileStore, openFileStore } from './files/store.ts';
import { builtPages, clientFiles } from './http/clientFiles.ts';
import { httpApp } from './http/httpApp.ts';
import { listen } from './http/listen.ts';
import { type Logger, loggable } from './http/log.ts';
import { type Metrics, openMetrics } from './http/metrics.ts';
import { requesterOf } from './http/requester.ts';
import { furtherTopics } from './live/further.ts';
import { Hub } from './live/hub.ts';
import { assertNotHalfRestored } from './operations/placing.ts';
import type { Parts } from './parts.ts';
import { projections } from './projections.ts';
import { openReckoning } from './reckoning/reckoning.ts';
import { routesOf } from './routes.ts';
import type { Timers } from './timers/runner.ts';
import { rebuildInWorker } from './views/rebuildInWorker.ts';
import { claimSlot } from './views/slot.ts';
import { openViews, type Views } from './views/views.ts';
import { isFounded } from './workshops/queries.ts';

/** What the program takes from outside besides its configuration: the moment, chance, its log, and in tests the store. */
export interface Surroundings {
  logger: Logger;
  /** UTC milliseconds since 1970; default the system's clock. */
  clock?: () => number;
  chance?: Chance;
  /** Instead of the configured log; the application closes it. */
  store?: EventStore;
  /** Check every answer against its schema. */
  checkReplies?: boolean;
  /** Where pushes may go; default to public addresses alone. */
  pushReach?: 'public' | 'anywhere';
  /** Where Git repositories may be fetched from; default public addresses alone. */
  gitReach?: 'public' | 'anywhere';
}

export interface Application {
  /** Origin as people reach it. */
  url: string;
  /** The port it listens on. */
  port: number;
  server: Server;
  parts: Parts;
  accounts: Accounts;
  files: FileStore;
  views: Views;
  hub: Hub;
  metrics: Metrics;
  timers: Timers;
  /** One-time code that founds the first workshop; null once there is one. */
  foundingCode: string | null;
  /** Has the server tell everybody how to sign in to its demo. */
  showDemo(signIns: DemoSignIns): void;
  /** Stops cleanly: takes no more, answers what it took, ends the streams, closes the stores. Again: the same. */
  close(): Promise<void>;
}

const ROOT = join(import.meta.dirname, '..');
/** How long a stop waits for answers under way; a command waits for its views for two seconds at most. */
const STOP_PATIENCE_MILLISECONDS = 10_000;
const STORE_RETRY_MILLISECONDS = 1000;

/**
 * Opens the whole program: listens, opens log, accounts and views, and serves. What was opened is closed again when
 * something fails on the way.
 */
export async function openApplication(
  configuration: Configuration,
  surroundings: Surroundings,
): Promise<Application> {
  const { logger, clock = Date.now, chance = systemChance } = surroundings;
  await using opened = new AsyncDisposableStack();
  const { dataDir, eventStoreUrl } = configuration;
  const metrics = openMetrics();

  const listening = await listen(configuration.port, configuration.host);
  opened.defer(() => listening.close(0));
  const url = configuration.publicUrl ?? `http://localhost:${listening.port}`;

  mkdirSync(dataDir, { recursive: true });
  assertNotHalfRestored(dataDir);
  const slot = claimSlot(dataDir);
  opened.defer(slot.release);
  const location = { dataFolder: dataDir, eventStoreUrl };
  const store = countedAppends(surroundings.store ?? openLog(location), metrics.countEvents);
  opened.defer(() => store.close());
  await reachable(store, logger);

  const accounts = await openAccounts({
    ...accountsSettingsOf(
      configuration,
      url,
      configuration.secret ?? (await readOrCreateSecret(dataDir, chance)),
    ),
    path: join(dataDir, 'accounts.db'),
    clock: () => new Date(clock()),
    chance,
    pushReach: surroundings.pushReach ?? 'public',
    log: (level, message) => logger[level](message),
  });
  opened.defer(() => accounts.close());
  const drafts = openDrafts(join(dataDir, DRAFTS_FILE), clock);
  opened.defer(() => drafts.close());
  const drawings = openDrawings(dataDir);
  opened.defer(() => drawings.close());
  const reckoning = openReckoning();
  opened.defer(() => reckoning.close());

  const views = await openViews({
    store,
    folder: dataDir,
    slot: slot.number,
    projections,
    clock,
    onFault: (fault) => logger.error({ error: loggable(fault) }, 'a projection has stopped the views'),
    ...(surroundings.store === undefined
      ? { rebuild: (path: string) => rebuildInWorker({ log: location, path, now: clock() }) }
      : {}),
  });
  opened.defer(() => views.close());
  const snapshots = openSnapshots(join(dataDir, `snapshots-${slot.number}.db`));
  opened.defer(() => snapshots.close());

  const files = await openFileStore(dataDir, slot.number);
  const commands = createCommandHandler({
    store,
    states: openStates(store, snapshots, upcast),
    views,
    streamOfCommand: views.streamOfCommand,
    keepTexts: (texts, author) => Promise.all(texts.map((text) => accounts.texts.put({ ...text, author }))),
    clock,
    onOutcome: metrics.countCommand,
  });
  const parts: Parts = {
    commands,
    store,
    views: views.reader,
    names: { of: (memberIds) => accounts.members.namesNow([...memberIds]) },
    texts: { of: (textIds) => accounts.texts.bodiesNow([...textIds]) },
    files,
    designs: designContents(
      contentsIn(dataDir),
      files,
      (contentId) => withdrawalOf(views.reader, contentId) !== null,
    ),
    clock,
  };

  const hub = new Hub({
    position: views.reader.position,
    onAdvance: views.onAdvance,
    furtherTopics: (streams) => furtherTopics(views.reader, streams),
  });
  opened.defer(() => hub.close());
  let stopping = false;
  let demo: DemoSignIns | null = null;
  metrics.watch({
    openStreams: () => hub.size,
    viewsLag: async () => Number(((await store.head()) ?? 0n) - (views.reader.position() ?? 0n)),
    viewsStopped: () => views.status().status === 'stopped',
  });
  const whoAsks = requesterOf(accounts);
  const headOf = discoveryOf(views.reader, url);
  const client = configuration.dev
    ? await (await import('./http/reloadingClient.ts')).reloadingClient(ROOT, listening.server, headOf)
    : {
        handler: clientFiles(join(ROOT, 'dist'), headOf),
        page: builtPages(join(ROOT, 'dist')),
        close: async () => {},
      };
  opened.defer(() => client.close());

  const embedded = embedPages({
    parts,
    url,
    reload: configuration.dev,
    template: (address) => client.page('embed.html', address),
  });

  listening.serve(
    httpApp({
      ...routesOf({
        configuration,
        url,
        parts,
        files,
        accounts,
        drafts,
        drawings,
        reckoning,
        gitReach: surroundings.gitReach ?? 'public',
        views,
        hub,
        metrics,
        requesterOf: whoAsks,
        isStopping: () => stopping,
        demo: () => demo,
      }),
      requesterOf: whoAsks,
      addressOf: accounts.clientAddress,
      publicOrigin: url,
      clock,
      checkReplies: surroundings.checkReplies ?? false,
      logger,
      metrics,
      requestIdPrefix: randomBytes(4).toString('hex'),
      client: Router().use(embedded, client.handler),
      reload: configuration.dev,
    }),
  );

  const background = startBackground({
    configuration,
    url,
    location,
    parts,
    accounts,
    files,
    drafts,
    views,
    chance,
    keepsOwnLog: surroundings.store === undefined,
    log: (level, message) => logger[level](message),
  });
  opened.defer(() => background.close());
  accounts.mail.start();
  const foundingCode = isFounded(views.reader) ? null : await accounts.foundingCode.current();

  // Closed first: nothing is taken any more, open streams end, and what was taken is answered while all still stands.
  opened.defer(async () => {
    stopping = true;
    hub.close();
    await listening.close(STOP_PATIENCE_MILLISECONDS);
  });
  const closing = opened.move();
  let closed: Promise<void> | undefined;
  return {
    url,
    port: listening.port,
    server: listening.server,
    parts,
    accounts,
    files,
    views,
    hub,
    metrics,
    timers: background.timers,
    foundingCode,
    showDemo: (signIns) => {
      demo = signIns;
    },
    close: () => {
      closed ??= closing.disposeAsync();
      return closed;
    },
  };
}

/** A cluster may come up after us: there is nothing to do but wait for it. */
async function reachable(store: EventStore, logger: Logger): Promise<void> {
  for (;;) {
    try {
      await store.head();
      return;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      logger.warn('The log does not answer yet; trying again.');
      await pause(STORE_RETRY_MILLISECONDS);
    }
  }
}
