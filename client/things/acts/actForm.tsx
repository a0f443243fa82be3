import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../catalogue/buildTexts.ts';
import { Button, type ButtonProps } from '../../ui/button.tsx';
import { FactOffer } from '../factOffer.tsx';
import type { ThingCommand } from '../useThingCommand.ts';

export interface ActFormProps {
  command: ThingCommand;
  submitLabel: string;
  kind?: ButtonProps['kind'];
  /** Something is still missing: the button says so. */
  incomplete?: boolean;
  onSubmit: () => void;
  children?: ComponentChildren;
}

/** Fields of one command about a thing; what stands against it, with the tap that helps; its button. */
export function ActForm({
  command,
  submitLabel,
  kind = 'main',
  incomplete,
  onSubmit,
  children,
}: ActFormProps) {
  const [pressed, setPressed] = useState(false);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setPressed(true);
        if (!incomplete) onSubmit();
      }}
    >
      {children}
      {incomplete && pressed && (
        <p class="note" data-tone="soon" role="alert">
          {t.things.forms.incomplete}
        </p>
      )}
      <FactOffer failure={command.failure} busy={command.busy} onTake={command.giveInferring} />
      <div>
        <Button kind={command.failure ? 'plain' : kind} type="submit" busy={command.busy}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
