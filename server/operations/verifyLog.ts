import { chainDigest, EMPTY_DIGEST } from '../eventstore/digest.ts';
import type { EventStore, RecordedEvent } from '../eventstore/port.ts';
import { faultOf, nameOfEvent } from './checkEvent.ts';
import { pagesOf } from './eventsOf.ts';
import type { Findings } from './findings.ts';
import type { LogDigest } from './logDigest.ts';
import { MissingTexts } from './missingTexts.ts';
import { filesNamedIn } from './namedFiles.ts';
import { type OnProgress, unheard } from './progress.ts';
import type { FilesOfLog } from './verifyFiles.ts';

export interface VerifiedLog extends LogDigest {
  streams: number;
  /** Texts that events name and that are (no longer) there: erased or withdrawn, which is no fault. */
  textsNamed: number;
  textsMissing: number;
  filesOfLog: FilesOfLog;
}

/** Reads the whole log once: positions, revisions, metadata and data of every event, and the digest. */
export async function verifyLog(
  store: EventStore,
  accountsPath: string,
  findings: Findings,
  onProgress: OnProgress = unheard,
): Promise<VerifiedLog> {
  const texts = new MissingTexts(accountsPath);
  const revisions = new Map<string, number>();
  const log: LogDigest = { events: 0, digest: EMPTY_DIGEST };
  const filesNamed = new Set<string>();
  const filesWithdrawn = new Set<string>();
  let position = -1n;

  const check = (event: RecordedEvent) => {
    if (event.position <= position)
      findings.add(`${nameOfEvent(event)} stands at ${event.position}, not after ${position}.`);
    position = event.position;
    const due = (revisions.get(event.stream) ?? -1) + 1;
    if (event.revision > due) findings.add(`${event.stream} has a gap: ${missing(due, event.revision)}.`);
    else if (event.revision < due) findings.add(`${nameOfEvent(event)} comes where ${due} is due.`);
    revisions.set(event.stream, Math.max(event.revision, due - 1));
    const fault = faultOf(event);
    if (fault !== null) findings.add(`${nameOfEvent(event)}: ${fault}.`);
    texts.note(event.data);
    for (const id of filesNamedIn(event)) filesNamed.add(id);
    if (event.type === 'FileWithdrawn') filesWithdrawn.add(String(event.data.fileId));
    log.digest = chainDigest(log.digest, event);
    log.events++;
  };

  try {
    const head = await store.head();
    if (head !== null) {
      for await (const page of pagesOf(store, { through: head })) {
        for (const event of page) check(event);
        onProgress({ what: 'reading the log', done: log.events });
      }
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    findings.add(`The log could not be read on after event ${log.events}: ${why}`);
  }
  const filesOfLog = { named: filesNamed, withdrawn: filesWithdrawn };
  return { ...log, streams: revisions.size, ...texts.close(), filesOfLog };
}

const missing = (from: number, before: number): string =>
  before - from === 1 ? `revision ${from} is missing` : `revisions ${from} to ${before - 1} are missing`;
