import type { ComponentChildren } from 'preact';
import type { BuildView } from '../../../shared/builds/views.ts';
import { AskForm } from '../../ui/askForm.tsx';
import { type Ask, useCommand } from '../../useCommand.ts';

/** One fact of a build as it is to be written; it waits for a connection as `keepAs`. */
export type BuildFact = Pick<Ask, 'body' | 'done'> & {
  /** Below the build's own path: `log`. */
  below: string;
  keepAs: string;
};

interface BuildFormProps {
  build: Pick<BuildView, 'buildId' | 'timeZone'>;
  submitLabel: string;
  /** What is written once it is sent; null while something is missing. */
  fact: () => BuildFact | null;
  onChanged: () => void;
  /** Written, or kept for later. */
  onClose: () => void;
  children: ComponentChildren;
}

/** Fields of one fact of a build, which is written with or without a connection. */
export function BuildForm({ build, submitLabel, fact, onChanged, onClose, children }: BuildFormProps) {
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const submit = async () => {
    const asked = fact();
    if (asked === null) return;
    const { below, ...rest } = asked;
    const path = `/api/builds/${build.buildId}/${below}`;
    const reply = await give({ method: 'post', path, ...rest, kept: onClose, after: onChanged });
    if (reply) onClose();
  };
  return (
    <AskForm
      submitLabel={submitLabel}
      kind="main"
      busy={busy}
      failure={failure}
      timeZone={build.timeZone}
      onSubmit={submit}
    >
      {children}
    </AskForm>
  );
}
