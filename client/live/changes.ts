import { z } from 'zod';

/** What the server tells: a position and the streams that changed, never data. */
export const change = z.object({ position: z.string(), topics: z.array(z.string()) });

/** What travels between the tabs of one browser. `gap`: something was missed, everything is to be read again. */
export const tabMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('change'), topics: z.array(z.string()) }),
  z.object({ kind: z.literal('gap') }),
  /** Somebody signed in or out: the tab that holds the connection opens it anew. */
  z.object({ kind: z.literal('reconnect') }),
]);
export type TabMessage = z.infer<typeof tabMessage>;

/** Whether a stream is among those shown: named whole, or by its kind alone (`member-`), which also holds new ones. */
export const shows = (topics: readonly string[], stream: string): boolean =>
  topics.some((topic) => topic === stream || (topic.endsWith('-') && stream.startsWith(topic)));

/** What a listener must do about a message, given the topics that it shows. */
export const concerns = (topics: readonly string[], message: TabMessage): boolean => {
  if (message.kind === 'gap') return true;
  return message.kind === 'change' && message.topics.some((stream) => shows(topics, stream));
};

/** A server message as it came, made into one for the tabs; null where it cannot be read. */
export function fromServer(event: 'change' | 'gap', data: string): TabMessage | null {
  if (event === 'gap') return { kind: 'gap' };
  try {
    const read = change.safeParse(JSON.parse(data));
    return read.success ? { kind: 'change', topics: read.data.topics } : null;
  } catch {
    return null;
  }
}
