import { command } from './command.ts';

// Whoever reads the output may stop doing so.
process.stdout.on('error', () => process.exit(1));
process.exitCode = await command(process.env, process.argv.slice(2), {
  out: process.stdout,
  err: process.stderr,
});
