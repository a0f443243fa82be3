import { useRef } from 'preact/hooks';
import type { CommandReply } from '../../shared/commandReply.ts';
import { online } from '../connection.ts';
import { keptAs } from '../offline/keptAs.ts';
import type { RequestFailed } from '../problem.ts';
import { nowThere } from '../serverClock.ts';
import { type Ask, useCommand } from '../useCommand.ts';

export interface ThingAsk {
  /** What comes after `/api/things/{itemId}/`. */
  to: string;
  method?: Ask['method'];
  body: object;
  /** Of the thing as it was looked at; where the command changes what others may have changed meanwhile. */
  ifMatch?: number;
  done: string;
}

export interface ThingCommand {
  busy: boolean;
  failure: RequestFailed | null;
  give: (ask: ThingAsk) => Promise<CommandReply | null>;
  /** The last command again, with the missing fact written down first. */
  giveInferring: () => void;
}

/** What can be told of later. The rest needs an answer: a page as a machine. */
const MAY_WAIT: readonly string[] = [
  'fit',
  'take-out',
  'move',
  'lend',
  'return',
  'give',
  'repair',
  'modify',
  'consume',
  'scrap',
  'split',
  'recover-from',
  'description',
];
/** It is so from when it is told on. */
const WITHOUT_TIME: readonly string[] = ['description'];

/**
 * What may wait for a connection: called as it is told once it is done, and with the time at which it was.
 * @param now UTC milliseconds; null: it goes at once, and the server's own time counts
 */
export function asWaiting({ to, body, done }: ThingAsk, now: number | null): Pick<Ask, 'body' | 'keepAs'> {
  if (!MAY_WAIT.includes(to)) return { body };
  const at = now === null || WITHOUT_TIME.includes(to) ? {} : { at: new Date(now).toISOString() };
  return { body: { ...at, ...body }, keepAs: keptAs(done) };
}

/**
 * A command about one thing. `onDone` is called once it is accepted, and with null after its undo; `onKept` once it
 * waits in this browser for a connection, else `onDone` with null.
 */
export function useThingCommand(
  itemId: string,
  onDone: (reply: CommandReply | null) => void,
  onKept: () => void = () => onDone(null),
): ThingCommand {
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const last = useRef<ThingAsk | null>(null);
  const send = (ask: ThingAsk) => {
    const { to, method = 'post', ifMatch, done } = ask;
    return give({
      method,
      path: `/api/things/${itemId}/${to}`,
      ...asWaiting(ask, online.value ? null : nowThere()),
      kept: onKept,
      ...(ifMatch === undefined ? {} : { ifMatch }),
      done,
      after: onDone,
    });
  };
  return {
    busy,
    failure,
    give: (ask) => {
      last.current = ask;
      return send(ask);
    },
    giveInferring: () => {
      const ask = last.current;
      if (ask) send({ ...ask, body: { ...ask.body, infer: true } });
    },
  };
}
