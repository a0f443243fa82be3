import { commonLicences, PEER_PRODUCTION } from '../../shared/licences/choices.ts';
import { RECIPROCITY } from '../../shared/licences/reciprocity.ts';
import { t } from '../catalogue/designTexts.ts';

/** What a licence means for somebody who wants to build it. */
export type LicenceMeaning =
  | 'nothing'
  | 'names'
  | 'shareAlike'
  | 'nonCommercial'
  | 'noDerivatives'
  | 'peerProduction'
  | 'choice'
  | 'unknown';

/** From free to narrow: of two that hold together, the narrower one counts. */
const NARROWER: readonly LicenceMeaning[] = [
  'nothing',
  'names',
  'shareAlike',
  'peerProduction',
  'nonCommercial',
  'noDerivatives',
  'unknown',
];
const bare = (licence: string) => licence.replace(/(-only|-or-later|\+)$/, '');
const ASKS = new Map<string, LicenceMeaning>([
  ...RECIPROCITY.map(({ licence, asks }) => [licence, asks] as const),
  ...commonLicences.map(({ expression, asks }) => [bare(expression), asks] as const),
  [PEER_PRODUCTION, 'peerProduction'],
]);

function meaningOfOne(licence: string): LicenceMeaning {
  // Non-commercial ones are known as share-alike too; who wants to earn money with it has to know the former.
  if (/^CC-BY-NC(?!-ND)/.test(licence)) return 'nonCommercial';
  return ASKS.get(bare(licence)) ?? 'unknown';
}

/** What an SPDX expression asks of whoever builds from it; `choice` where one may choose among several. */
export function meaningOf(expression: string): LicenceMeaning {
  if (/\sOR\s/.test(expression)) return 'choice';
  const terms = expression
    .replaceAll(/\sWITH\s+\S+/g, '')
    .split(/\sAND\s|[()\s]+/)
    .filter(Boolean);
  const ranks = terms.map((term) => NARROWER.indexOf(meaningOfOne(term)));
  return NARROWER[Math.max(...ranks)] ?? 'unknown';
}

/** `CERN-OHL-S-2.0` as people say it: `CERN-OHL-S 2.0`; the Peer Production License by its name. */
export const licenceName = (expression: string): string =>
  expression
    .replaceAll(PEER_PRODUCTION, t.designs.licence.peerProductionName)
    .replaceAll('LicenseRef-', '')
    .replaceAll(/-(\d+\.\d+)(?=[\s)+-]|$)/g, ' $1');
