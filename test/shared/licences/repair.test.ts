import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLicenceExpression } from '../../../shared/licences/expression.ts';
import { guessLicence } from '../../../shared/licences/guess.ts';
import { repairLicence } from '../../../shared/licences/repair.ts';

test.each([
  ['CERN OHL', 'CERN-OHL-S-2.0'],
  ['CERN OHL v1.2', 'CERN-OHL-1.2'],
  ['CERN-OHL-W v2', 'CERN-OHL-W-2.0'],
  ['CERN-OHL-2.0-S', 'CERN-OHL-S-2.0'],
  ['CERN Open Hardware Licence Version 2 - Permissive', 'CERN-OHL-P-2.0'],
  ['CC-BY-SA 4.0', 'CC-BY-SA-4.0'],
  ['CC BY SA', 'CC-BY-SA-4.0'],
  ['Creative Commons Attribution-ShareAlike 4.0 International License', 'CC-BY-SA-4.0'],
  ['Creative Commons Attribution-NonCommercial 3.0', 'CC-BY-NC-3.0'],
  ['https://creativecommons.org/licenses/by-sa/3.0/', 'CC-BY-SA-3.0'],
  ['https://www.gnu.org/licenses/gpl-3.0.html', 'GPL-3.0-only'],
  ['GPLv3', 'GPL-3.0-only'],
  ['GPL v3+', 'GPL-3.0-or-later'],
  ['GNU GPL version 2 or later', 'GPL-2.0-or-later'],
  ['mit', 'MIT'],
  ['Apache 2', 'Apache-2.0'],
  ['MIT/Apache-2.0', 'MIT OR Apache-2.0'],
  ['CC BY-SA 4.0 and CERN OHL S v2', 'CC-BY-SA-4.0 AND CERN-OHL-S-2.0'],
  ['Solderpad Hardware License v2.1', 'Apache-2.0 WITH SHL-2.1'],
  ['Peer Production License', 'LicenseRef-PPL'],
  ['PPL', 'LicenseRef-PPL'],
  ['CERN OHL v. 1.2', 'CERN-OHL-1.2'],
  ['TAPR Open Hardware License', 'TAPR-OHL-1.0'],
  ['CC BY-SA 3.0 DE', 'CC-BY-SA-3.0-DE'],
  ['CC BY-SA 4.0 DE', 'CC-BY-SA-4.0'],
])('“%s” is read as %s', (words, expression) => {
  expect(repairLicence(words)).toEqual({ expression, repaired: true });
});

test('What is right already is not called repaired', () => {
  expect(repairLicence('CERN-OHL-S-2.0')).toEqual({ expression: 'CERN-OHL-S-2.0', repaired: false });
});

test.each(['proprietary', 'none', 'All rights reserved', 'Creative Commons', ''])(
  '“%s” stays untold',
  (words) => {
    expect(repairLicence(words)).toBeNull();
  },
);

test('Whatever is read is an expression that SPDX knows', () => {
  const word = fc.constantFrom(
    'CC',
    'BY',
    'SA',
    'GPL',
    'v',
    '9',
    '7.3',
    'OHL',
    'CERN',
    'or',
    'later',
    '/',
    'LAL',
    'MIT',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(word).map((words) => words.join(' ')),
        fc.string(),
      ),
      (words) => {
        const read = repairLicence(words);
        return read === null || isLicenceExpression(read.expression);
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  ['  GNU GENERAL PUBLIC LICENSE\n     Version 3, 29 June 2007\n', 'GPL-3.0-only'],
  ['Attribution-ShareAlike 4.0 International\n\n====\nCreative Commons Corporation is not', 'CC-BY-SA-4.0'],
  ['CERN Open Hardware Licence Version 2 - Strongly Reciprocal\n\nPreamble', 'CERN-OHL-S-2.0'],
  [
    'Copyright (c) us\n\nPermission is hereby granted, free of charge, to any person\nobtaining a copy',
    'MIT',
  ],
  ['SPDX-License-Identifier: CERN-OHL-W-2.0\nand so on', 'CERN-OHL-W-2.0'],
  ['PEER PRODUCTION LICENSE: whoever makes together', 'LicenseRef-PPL'],
  ['All of this is CC BY-SA 4.0.', 'CC-BY-SA-4.0'],
])('The licence file that starts with “%s” is %s', (text, expression) => {
  expect(guessLicence(text)).toBe(expression);
});

test('A long text that names no licence in its title is not guessed', () => {
  expect(guessLicence(`Our house rules. ${'Sweep the floor after work. '.repeat(60)}`)).toBeNull();
});
