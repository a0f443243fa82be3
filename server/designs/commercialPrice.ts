import type { ReplicationReport } from '../../shared/builds/replicationViews.ts';
import type { Parts } from '../parts.ts';
import { latestOf } from './queries.ts';

/** Names of the parameter in which a design said what such a machine costs where it is sold, before it had a field. */
const COMMERCIAL_PRICE = /^(commercial|industry|market|retail) (price|cost)$/i;

/** As its newest revision says: in its field, or in a parameter of that name; null: it does not. */
export function commercialPriceOf(
  { views, designs }: Pick<Parts, 'views' | 'designs'>,
  designId: string,
): ReplicationReport['commercialPrice'] {
  const revision = latestOf(views, designId);
  const content = revision && designs.read(revision.contentId);
  if (!content || content.commercialPrice) return content?.commercialPrice ?? null;
  const said = content.parameters.find(({ name }) => COMMERCIAL_PRICE.test(name));
  const [amount, currency] = [Number(said?.value), said?.unit.trim().toUpperCase() ?? ''];
  const isPrice = amount > 0 && Number.isFinite(amount) && /^[A-Z]{3}$/.test(currency);
  return isPrice ? { amount, currency, on: null, source: '' } : null;
}
