import { useEffect, useRef } from 'preact/hooks';
import { concerns, shows, type TabMessage, tabMessage } from './live/changes.ts';
import { connect, type LiveConnection } from './live/connection.ts';
import { standForLeader } from './live/leadership.ts';

const NAME = 'commonwright-live';
/** Changes that come together are answered with one reading, milliseconds. */
const GATHER = 120;

const listeners = new Set<(message: TabMessage) => void>();
let channel: BroadcastChannel | null = null;
let connection: LiveConnection | null = null;

function hear(message: TabMessage): void {
  if (message.kind === 'reconnect') connection?.reconnect();
  for (const listener of listeners) listener(message);
}

function tellAll(message: TabMessage): void {
  hear(message);
  channel?.postMessage(message);
}

/** Starts listening, once for this tab. One tab of the browser holds the connection and tells the others. */
export function startLive(): void {
  if (channel) return;
  channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', (event) => {
    const read = tabMessage.safeParse(event.data);
    if (read.success) hear(read.data);
  });
  const alone = navigator.locks === undefined;
  standForLeader(navigator.locks, NAME, () => {
    connection = connect('/api/live', alone ? hear : tellAll);
    return () => {
      connection?.close();
      connection = null;
    };
  });
}

/** Hears all that is told, until the answer is called. */
export function onLiveMessage(listener: (message: TabMessage) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** After signing in or out: other topics may be read now. */
export function reconnectLive(): void {
  tellAll({ kind: 'reconnect' });
}

/**
 * Calls `refetch` when one of the topics (names of streams: `machine-…`, `calendar-…`, `workshop-…`, `member-…`; a kind
 * alone, `member-`, stands for all of it) has changed, or when something was missed. A page out of sight waits until it is seen again. `refetch` hears which of
 * them changed, or null where everything is to be read again.
 */
export function useLive(
  topics: readonly string[],
  refetch: (changed: readonly string[] | null) => void,
): void {
  const latest = useRef({ topics, refetch });
  latest.current = { topics, refetch };
  useEffect(() => {
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let due = false;
    let changed: Set<string> | null = new Set();
    const run = () => {
      gathering = undefined;
      if (document.hidden) {
        due = true;
        return;
      }
      due = false;
      const told = changed;
      changed = new Set();
      latest.current.refetch(told && [...told]);
    };
    const listener = (message: TabMessage) => {
      const { topics } = latest.current;
      if (!concerns(topics, message)) return;
      if (message.kind !== 'change') changed = null;
      else for (const topic of message.topics) if (shows(topics, topic)) changed?.add(topic);
      gathering ??= setTimeout(run, GATHER);
    };
    const seen = () => {
      if (due && !document.hidden) run();
    };
    listeners.add(listener);
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearTimeout(gathering);
      listeners.delete(listener);
      document.removeEventListener('visibilitychange', seen);
    };
  }, []);
}
