import { t } from '../catalogue/buildTexts.ts';
import type { RequestFailed } from '../problem.ts';
import { Button } from '../ui/button.tsx';
import { FormFailure } from '../ui/formFailure.tsx';

/** What one tap would write down first, so that nothing stands against the command; empty where a tap does not help. */
export function offersOf(failure: RequestFailed | null): string[] {
  const objections = failure?.objections ?? [];
  const offers = objections.flatMap(({ offer }) => (offer === undefined ? [] : [offer]));
  return offers.length === objections.length ? offers : [];
}

export interface FactOfferProps {
  failure: RequestFailed | null;
  busy: boolean;
  /** Gives the same command again with `infer: true`. */
  onTake: () => void;
}

/** A refusal with its reason, and the one tap that supplies the missing fact: "Yes: taken out of loader 7 today". */
export function FactOffer({ failure, busy, onTake }: FactOfferProps) {
  const offers = offersOf(failure);
  return (
    <>
      <FormFailure failure={failure} />
      {offers.length > 0 && (
        <Button kind="main" wide busy={busy} onPress={onTake}>
          {t.things.forms.offer(offers.join('. '))}
        </Button>
      )}
    </>
  );
}
