import type { ComponentChildren } from 'preact';
import type { RequestFailed } from '../problem.ts';
import { Button, type ButtonProps } from './button.tsx';
import { FormFailure } from './formFailure.tsx';

export interface AskFormProps {
  /** The words on its one button. */
  submitLabel: string;
  onSubmit: () => void;
  busy: boolean;
  failure: RequestFailed | null;
  /** Of the workshop, for times in a refusal. */
  timeZone?: string;
  /** Of the button; by default the plain one. */
  kind?: ButtonProps['kind'];
  width?: 'measure' | 'narrow';
  children: ComponentChildren;
}

/** Fields, what stands against them as a whole, and one button that sends them. */
export function AskForm(props: AskFormProps) {
  const { submitLabel, onSubmit, busy, failure, timeZone, kind = 'plain', width, children } = props;
  return (
    <form
      class={width ? `stack ${width}` : 'stack'}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <FormFailure failure={failure} {...(timeZone ? { timeZone } : {})} />
      <div>
        <Button kind={kind} type="submit" busy={busy}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
