import { useState } from 'preact/hooks';
import { type Ask, type CommandState, useCommand } from '../../useCommand.ts';

/** What is asked of a design, and the page's readings that follow it. */
export interface TalkProps {
  designId: string;
  revision: number;
  latest: number;
  maintains: boolean;
  onChanged: () => void;
}

export type AskOfDesign = Pick<Ask, 'path' | 'body' | 'done'> & { ifMatch?: number };

/** One press that changes something in the talk: failures are told in a toast. */
export function useTalkCommand({ designId, onChanged }: TalkProps): {
  busy: boolean;
  give: (ask: AskOfDesign) => void;
} {
  const { busy, give } = useCommand({ failures: 'toast' });
  return {
    busy,
    give: ({ path, ...ask }) =>
      void give({ method: 'post', path: `/api/designs/${designId}/${path}`, after: onChanged, ...ask }),
  };
}

export interface TalkForm {
  isOpen: boolean;
  setOpen: (open: boolean) => void;
  state: CommandState;
  send: (ask: AskOfDesign) => Promise<void>;
}

/** A form that opens with a press and closes when what was written is there. */
export function useTalkForm({ designId, onChanged }: TalkProps): TalkForm {
  const [isOpen, setOpen] = useState(false);
  const state = useCommand({ failures: 'page' });
  const send = async ({ path, ...ask }: AskOfDesign) => {
    const reply = await state.give({
      method: 'post',
      path: `/api/designs/${designId}/${path}`,
      after: onChanged,
      ...ask,
    });
    if (reply) setOpen(false);
  };
  return { isOpen, setOpen, state, send };
}
