import type { Application } from './app.ts';
import { type Configuration, readConfiguration } from './configuration.ts';
import { loggable, openLog } from './http/log.ts';

const LONGEST_STOP_MILLISECONDS = 25_000;

const read = readConfiguration(process.env, process.argv.slice(2));
switch (read.outcome) {
  case 'help':
    process.stdout.write(read.text);
    break;
  case 'mistakes':
    for (const mistake of read.mistakes) process.stderr.write(`${mistake}\n`);
    process.exitCode = 2;
    break;
  case 'configuration':
    await run(read.configuration);
}

/** Opens the program, says where it is, and stops it cleanly on the first signal; a second one ends it at once. */
async function run(configuration: Configuration): Promise<void> {
  const { logger, flush } = openLog(configuration.logLevel);
  let signals = 0;
  let stop = async () => {};
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (++signals > 1) process.exit(1);
      // A log that does not answer must not keep the process for ever.
      setTimeout(() => process.exit(1), LONGEST_STOP_MILLISECONDS).unref();
      stop().then(
        () => {
          logger.info('stopped');
          flush();
          process.exit(0);
        },
        () => process.exit(1),
      );
    });
  }
  try {
    const { dataDir, eventStoreUrl, demo } = configuration;
    if (demo) {
      const { fillWithDemoRegion } = await import('./demo/fill.ts');
      await fillWithDemoRegion({ dataFolder: dataDir, eventStoreUrl, now: Date.now() });
    }
    // Read only now: a mistake in the configuration is told at once.
    const { openApplication } = await import('./app.ts');
    const application = await openApplication(configuration, { logger, checkReplies: configuration.dev });
    stop = application.close;
    if (signals > 0) {
      await application.close();
      process.exit(0);
    }
    const signIns = demo ? await (await import('./demo/signIns.ts')).showDemo(application, dataDir) : '';
    process.stdout.write(`${greeting(application)}${signIns}`);
  } catch (error) {
    logger.fatal({ error: loggable(error) }, 'could not start');
    flush();
    process.stderr.write(`${sentenceOf(error, configuration)}\n`);
    process.exit(1);
  }
}

/** In one piece, so that whoever reads it over a pipe gets all of it. */
function greeting({ url, foundingCode }: Application): string {
  const address = `\nCommonwright is at ${url}\n`;
  if (foundingCode === null) return address;
  return `${address}Nothing is founded yet: open ${url}/found with the code ${foundingCode}\n\n`;
}

function sentenceOf(error: unknown, { port, dataDir }: Configuration): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program: choose one with PORT.`;
  if (code === 'EACCES' || code === 'EROFS')
    return `${dataDir} or port ${port} may not be used by this user.`;
  return error instanceof Error ? `Could not start: ${error.message}` : 'Could not start.';
}
