import { describe, expect, test } from 'vitest';
import { adviceFor } from '../../../shared/licences/advice.ts';
import { commonLicences } from '../../../shared/licences/choices.ts';
import { isLicenceExpression } from '../../../shared/licences/expression.ts';
import { RECIPROCITY } from '../../../shared/licences/reciprocity.ts';

const refusalOf = (source: string | string[], chosen: string) => adviceFor([source].flat(), chosen).refusal;

describe('What a fork may be licensed under', () => {
  test.each([
    ['CERN-OHL-S-2.0', 'CERN-OHL-S-2.0'],
    ['CERN-OHL-S-2.0', 'CERN-OHL-S-2.0 AND MIT'],
    ['CC-BY-SA-3.0', 'CC-BY-SA-4.0'],
    ['CC-BY-SA-3.0-DE', 'CC-BY-SA-4.0'],
    ['CC-BY-SA-4.0', 'LAL-1.3'],
    ['CC-BY-SA-4.0', 'GPL-3.0-only'],
    ['GPL-2.0-or-later', 'GPL-3.0-or-later'],
    ['GPL-3.0', 'GPL-3.0-only'],
    ['LGPL-3.0-only', 'GPL-3.0-only'],
    ['GPL-3.0-only WITH GCC-exception-3.1', 'GPL-3.0-only'],
    ['MIT OR CERN-OHL-S-2.0', 'MIT'],
    ['MIT', 'LicenseRef-Ours'],
    ['CC-BY-NC-4.0', 'CC-BY-NC-SA-4.0'],
    ['LicenseRef-PPL', 'LicenseRef-PPL'],
    ['LicenseRef-Theirs', 'LicenseRef-Theirs'],
  ])('%s lets it be %s', (source, chosen) => {
    expect(refusalOf(source, chosen)).toBeNull();
  });

  test.each([
    ['CERN-OHL-S-2.0', 'MIT'],
    ['CERN-OHL-S-2.0', 'CERN-OHL-P-2.0'],
    ['CERN-OHL-S-2.0', 'CERN-OHL-S-2.0 OR MIT'],
    ['CERN-OHL-S-2.0', 'CERN-OHL-S-2.0 AND CC-BY-ND-4.0'],
    ['CC-BY-SA-4.0', 'CC-BY-SA-3.0'],
    ['CC-BY-SA-4.0', 'CC-BY-4.0'],
    ['GPL-3.0-only', 'GPL-3.0-or-later'],
    ['GPL-3.0-only', 'GPL-3.0-only WITH GCC-exception-3.1'],
    ['GPL-2.0-or-later', 'GPL-1.0-or-later'],
    ['MIT AND CERN-OHL-W-2.0', 'MIT'],
    ['CC-BY-NC-4.0', 'CC-BY-4.0'],
    ['LicenseRef-PPL', 'CC-BY-SA-4.0'],
    ['LicenseRef-Theirs', 'MIT'],
    ['CC-BY-ND-4.0', 'CC-BY-ND-4.0'],
  ])('%s does not let it be %s', (source, chosen) => {
    expect(refusalOf(source, chosen)).not.toBeNull();
  });

  test('A refusal says why, and what may be chosen', () => {
    expect(adviceFor(['CC-BY-SA-4.0'], 'CC-BY-4.0')).toEqual({
      refusal:
        'CC-BY-SA-4.0 wants every changed version to be shared alike: CC-BY-4.0 would drop that. Choose CC-BY-SA-4.0, LAL-1.3 or GPL-3.0-only.',
      allowed: ['CC-BY-SA-4.0', 'LAL-1.3', 'GPL-3.0-only'],
    });
  });

  test('Two sources that both share alike are followed by both, or by one that fits both', () => {
    expect(adviceFor(['CC-BY-SA-4.0', 'LAL-1.3'], '').allowed).toContain('CC-BY-SA-4.0');
    expect(adviceFor(['CERN-OHL-S-2.0', 'CC-BY-SA-4.0'], '').allowed).toEqual([
      'CERN-OHL-S-2.0 AND CC-BY-SA-4.0',
    ]);
  });

  test('Without share-alike anything may be chosen, and nothing chosen is refused nowhere', () => {
    expect(adviceFor(['MIT', 'CC0-1.0'], '')).toEqual({ refusal: null, allowed: null });
    expect(adviceFor([], 'MIT')).toEqual({ refusal: null, allowed: null });
    expect(adviceFor(['CERN-OHL-S-2.0'], '').refusal).toBeNull();
  });

  test('What is no expression is refused as such, however long it is', () => {
    expect(refusalOf([], 'CERN OHL')).toContain('not an SPDX licence expression');
    expect(refusalOf([], `${'('.repeat(150)}MIT`)).toContain('not an SPDX licence expression');
    expect(isLicenceExpression(Array(20).fill('(MIT OR ISC)').join(' AND '))).toBe(false);
  });

  test('Every licence of the table and of the list is one that SPDX knows, named once, with a source', () => {
    const names = RECIPROCITY.map(({ licence }) => licence);
    expect(new Set(names).size).toBe(names.length);
    for (const { licence, source, alsoUnder } of RECIPROCITY) {
      expect(isLicenceExpression(licence), licence).toBe(true);
      for (const also of alsoUnder) expect(isLicenceExpression(also), also).toBe(true);
      expect(source).toMatch(/^https:\/\//);
    }
    for (const { expression } of commonLicences) expect(isLicenceExpression(expression)).toBe(true);
  });

  test('Each licence that shares alike is followed by itself', () => {
    for (const { licence, asks } of RECIPROCITY) {
      const refusal = refusalOf(licence, licence);
      if (asks === 'noDerivatives') expect(refusal).not.toBeNull();
      else expect(refusal, licence).toBeNull();
    }
  });
});
