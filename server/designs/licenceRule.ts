import { adviceFor } from '../../shared/licences/advice.ts';
import { isLicenceExpression } from '../../shared/licences/expression.ts';

/** What stands against the licences of a revision, each with the name of its rule and a sentence. */
export interface LicenceObjection {
  rule: 'licenceUnknown' | 'licenceDropsShareAlike';
  sentence: string;
  /** Expressions that may be chosen; null: any. */
  allowed: string[] | null;
}

/** The licences that a revision says. */
export interface StatedLicences {
  licence: string;
  documentationLicence: string;
  softwareLicence: string;
}

/**
 * Every objection to the licences of what is published, of what it was made from.
 * @param sources licences of the revision that it was forked from, of what was adopted, of its revision before.
 */
export function licenceObjections(
  stated: StatedLicences,
  sources: readonly StatedLicences[],
): LicenceObjection[] {
  const fields = [stated.licence, stated.documentationLicence, stated.softwareLicence].filter(
    (text) => text !== '',
  );
  const unknown = [...new Set(fields)].filter((text) => !isLicenceExpression(text));
  const objections: LicenceObjection[] = unknown.map((text) => ({
    rule: 'licenceUnknown',
    sentence: `“${text}” is not an SPDX licence expression: choose one of the list, or name it LicenseRef-….`,
    allowed: null,
  }));
  const told = new Set<string>();
  for (const field of ['licence', 'documentationLicence', 'softwareLicence'] as const) {
    const chosen = stated[field] || stated.licence;
    if (!isLicenceExpression(chosen)) continue;
    // Where one is not said, the hardware's holds.
    const { refusal, allowed } = adviceFor(
      sources.map((source) => source[field] || source.licence),
      chosen,
    );
    if (refusal === null || told.has(refusal)) continue;
    told.add(refusal);
    objections.push({ rule: 'licenceDropsShareAlike', sentence: refusal, allowed });
  }
  return objections;
}
