import type { RecordedEvent } from '../eventstore/port.ts';
import { faultOf } from './checkEvent.ts';
import { fromCloudEvent } from './cloudEvents.ts';
import { linesOf } from './lines.ts';
import { Refusal } from './refusal.ts';

const MOST_MISTAKES = 10;

/**
 * The events of an export, each checked: as a CloudEvent, by its schema, and that it follows the one before in its
 * stream. The file is read to its end, or to the tenth mistake.
 * @throws {Refusal} with one line for each mistake.
 */
export async function* readExport(path: string): AsyncGenerator<RecordedEvent> {
  const mistakes: string[] = [];
  const revisions = new Map<string, number>();
  let number = 0;
  for await (const line of linesOf(path)) {
    number++;
    const event = fromCloudEvent(line, number);
    const mistake = typeof event === 'string' ? event : mistakeIn(event, revisions);
    if (mistake !== null) mistakes.push(`line ${number}: ${mistake}`);
    if (mistakes.length === MOST_MISTAKES) break;
    if (mistakes.length === 0 && typeof event !== 'string') yield event;
  }
  if (mistakes.length === 0) return;
  const more = mistakes.length === MOST_MISTAKES ? ['There may be more.'] : [];
  throw new Refusal([`Nothing was imported from ${path}:`, ...mistakes, ...more].join('\n'));
}

function mistakeIn(event: RecordedEvent, revisions: Map<string, number>): string | null {
  const due = (revisions.get(event.stream) ?? -1) + 1;
  revisions.set(event.stream, event.revision);
  if (event.revision !== due) return `revision ${event.revision} of ${event.stream}, where ${due} is due`;
  return faultOf(event);
}
