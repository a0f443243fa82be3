import { useRef } from 'preact/hooks';
import type { CommandReply } from '../../shared/commandReply.ts';
import type { RequestFailed } from '../problem.ts';
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

/** A command about one thing. `onDone` is called once it is accepted, and with null after its undo. */
export function useThingCommand(itemId: string, onDone: (reply: CommandReply | null) => void): ThingCommand {
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const last = useRef<ThingAsk | null>(null);
  const send = ({ to, method = 'post', body, ifMatch, done }: ThingAsk) =>
    give({
      method,
      path: `/api/things/${itemId}/${to}`,
      body,
      ...(ifMatch === undefined ? {} : { ifMatch }),
      done,
      after: onDone,
    });
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
