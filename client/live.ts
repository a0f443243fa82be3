import { useEffect, useRef } from 'preact/hooks';
import { concerns, type TabMessage, tabMessage } from './live/changes.ts';
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

/** After signing in or out: other topics may be read now. */
export function reconnectLive(): void {
  tellAll({ kind: 'reconnect' });
}

/**
 * Calls `refetch` when one of the topics (names of streams: `machine-…`, `calendar-…`, `workshop-…`, `member-…`)
 * has changed, or when something was missed. A page out of sight waits until it is seen again.
 */
export function useLive(topics: readonly string[], refetch: () => void): void {
  const latest = useRef({ topics, refetch });
  latest.current = { topics, refetch };
  useEffect(() => {
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let due = false;
    const run = () => {
      gathering = undefined;
      if (document.hidden) {
        due = true;
        return;
      }
      due = false;
      latest.current.refetch();
    };
    const listener = (message: TabMessage) => {
      if (concerns(latest.current.topics, message)) gathering ??= setTimeout(run, GATHER);
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
