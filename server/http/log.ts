import { type DestinationStream, destination, type Logger, pino } from 'pino';
import type { Configuration } from '../configuration.ts';

export type { Logger } from 'pino';

export interface ProgramLog {
  logger: Logger;
  /** Writes out what is still in memory. */
  flush(): void;
}

/** Bytes gathered before they are written in one go; a quiet server writes after a second. */
const GATHERED_BYTES = 4096;
const WRITE_EVERY_MILLISECONDS = 1000;

/**
 * JSON lines. Nothing personal is put into them in the first place (see `accessLog.ts`); what an error may carry along
 * is blanked here.
 * @param output where the lines go; default the standard output, gathered and written beside the work.
 */
export function openLog(level: Configuration['logLevel'], output?: DestinationStream): ProgramLog {
  const options = {
    level,
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: {
      paths: [
        'cookie',
        'authorization',
        'headers',
        'password',
        'token',
        'email',
        '*.cookie',
        '*.authorization',
      ],
      censor: '[redacted]',
    },
  };
  if (output) return { logger: pino(options, output), flush: () => {} };
  const stream = destination({ dest: 1, sync: false, minLength: GATHERED_BYTES });
  const logger = pino(options, stream);
  const timer = setInterval(() => stream.flush(), WRITE_EVERY_MILLISECONDS);
  timer.unref();
  return {
    logger,
    flush: () => {
      clearInterval(timer);
      try {
        stream.flushSync();
      } catch {
        // Nothing was written yet, or nobody reads any more.
      }
    },
  };
}

/**
 * An error as it may be logged: its name, its place in our files, and its message without what people typed
 * (quoted texts, addresses, long secrets).
 */
export function loggable(error: unknown): { name: string; message: string; stack: string } {
  if (!(error instanceof Error)) return { name: typeof error, message: '', stack: '' };
  return {
    name: error.name,
    message: withoutSecrets(error.message),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .join('\n'),
  };
}

export const withoutSecrets = (text: string): string =>
  text
    .slice(0, 2000)
    .replaceAll(/\S+@\S+/g, '[address]')
    .replaceAll(/[A-Za-z0-9_-]{40,}/g, '[long]');
