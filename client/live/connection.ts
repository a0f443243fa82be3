import { fromServer, type TabMessage } from './changes.ts';

export interface LiveConnection {
  /** Opens the connection anew, for another viewer. */
  reconnect(): void;
  close(): void;
}

/** The one EventSource of this browser; every message goes to `tell`. A broken connection counts as a gap. */
export function connect(path: string, tell: (message: TabMessage) => void): LiveConnection {
  let source: EventSource | null = null;
  let broken = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const open = () => {
    source?.close();
    const opened = new EventSource(path);
    source = opened;
    const pass = (event: 'change' | 'gap') => (message: MessageEvent) => {
      const read = fromServer(event, String(message.data));
      if (read) tell(read);
    };
    opened.addEventListener('change', pass('change'));
    opened.addEventListener('gap', pass('gap'));
    opened.addEventListener('open', () => {
      if (broken) tell({ kind: 'gap' });
      broken = false;
    });
    opened.addEventListener('error', () => {
      broken = true;
      // The browser tries again by itself, except where the server answered with an error.
      if (opened.readyState !== EventSource.CLOSED || source !== opened) return;
      clearTimeout(waiting);
      waiting = setTimeout(open, 5000 + Math.random() * 5000);
    });
  };

  open();
  return {
    reconnect() {
      broken = true;
      open();
    },
    close() {
      clearTimeout(waiting);
      source?.close();
      source = null;
    },
  };
}
