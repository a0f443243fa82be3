import type { RequestFailed } from '../problem.ts';

/** The facts that one tap would write down first, so that nothing stands against the command; null where that does not help. */
export function offerOf({ objections }: RequestFailed): string | null {
  const offers = objections.flatMap(({ offer }) => (offer === undefined ? [] : [offer]));
  return offers.length > 0 && offers.length === objections.length ? offers.join('. ') : null;
}
