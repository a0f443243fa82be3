import { Refusal } from '../operations/refusal.ts';
import { readOrder } from './commandLine.ts';
import { progressOn } from './progressLine.ts';
import { run } from './run.ts';

const read = readOrder(process.env, process.argv.slice(2));
switch (read.outcome) {
  case 'help':
    process.stdout.write(read.text);
    break;
  case 'mistakes':
    for (const mistake of read.mistakes) process.stderr.write(`${mistake}\n`);
    process.exitCode = 2;
    break;
  case 'order': {
    // Whoever reads the output may stop doing so.
    process.stdout.on('error', () => process.exit(1));
    const teller = progressOn(process.stderr, read.order.progress, () => performance.now());
    try {
      process.exitCode = await run(read.order, { out: process.stdout, teller, clock: Date.now });
    } catch (error) {
      const isDebugged = read.order.configuration.logLevel === 'debug' && !(error instanceof Refusal);
      if (error instanceof Error) teller.say((isDebugged && error.stack) || error.message);
      else teller.say(String(error));
      process.exitCode = 1;
    }
  }
}
