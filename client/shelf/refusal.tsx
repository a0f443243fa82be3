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

/** What stands against a command; and where one missing fact would lift it, the one tap that writes it down first. */
export function Refusal({ failure, busy, onInfer }: RefusalProps) {
  const offers = (failure?.objections ?? []).map(({ offer }) => offer);
  const given = offers.filter((offer) => offer !== undefined);
  const isAllOffered = given.length > 0 && given.length === offers.length;
  return (
    <>
      <FormFailure failure={failure} />
      {isAllOffered && (
        <Button kind="main" busy={busy} onPress={onInfer}>
          {given[0] !== undefined && given.length === 1 ? words.yes(given[0]) : words.yesAll}
        </Button>
      )}
    </>
  );
}
