import { t } from '../catalogue/buildTexts.ts';
import type { RequestFailed } from '../problem.ts';
import { Button } from '../ui/button.tsx';
import { FormFailure } from '../ui/formFailure.tsx';

const words = t.shelf;

export interface RefusalProps {
  failure: RequestFailed | null;
  busy: boolean;
  /** Gives the same command again, with `infer`. */
  onInfer: () => void;
}

/** The facts that would lift all that stands against it; none where something else does too. */
export function offersOf(failure: RequestFailed | null): string[] {
  const offers = (failure?.objections ?? []).map(({ offer }) => offer);
  return offers.every((offer) => offer !== undefined) ? offers : [];
}

/** What stands against a command; and where one missing fact would lift it, the one tap that writes it down first. */
export function Refusal({ failure, busy, onInfer }: RefusalProps) {
  const [first, second] = offersOf(failure);
  return (
    <>
      <FormFailure failure={failure} />
      {first !== undefined && (
        <Button kind="main" busy={busy} onPress={onInfer}>
          {second === undefined ? words.yes(first) : words.yesAll}
        </Button>
      )}
    </>
  );
}
