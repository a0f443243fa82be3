import { expect, it } from 'vitest';
import { licenceName, meaningOf } from '../../../client/designs/licenceWords.ts';

it.each([
  ['CERN-OHL-S-2.0', 'shareAlike'],
  ['CERN-OHL-P-2.0', 'names'],
  ['CC-BY-SA-4.0', 'shareAlike'],
  ['CC-BY-4.0', 'names'],
  ['CC0-1.0', 'nothing'],
  ['CC-BY-NC-SA-4.0', 'nonCommercial'],
  ['CC-BY-NC-ND-4.0', 'noDerivatives'],
  ['CC-BY-ND-3.0', 'noDerivatives'],
  ['GPL-3.0-or-later', 'shareAlike'],
  ['LicenseRef-PPL', 'peerProduction'],
  ['LicenseRef-House-Rules', 'unknown'],
  ['MIT AND CC-BY-SA-4.0', 'shareAlike'],
  ['MIT AND LicenseRef-House-Rules', 'unknown'],
  ['(MIT OR GPL-2.0-only)', 'choice'],
  ['Apache-2.0 WITH SHL-2.1', 'names'],
])('says what %s means for whoever builds from it', (expression, meaning) => {
  expect(meaningOf(expression)).toBe(meaning);
});

it('calls licences as people do', () => {
  expect(licenceName('CERN-OHL-S-2.0')).toBe('CERN-OHL-S 2.0');
  expect(licenceName('LicenseRef-PPL')).toBe('Peer Production License');
  expect(licenceName('GPL-3.0-or-later AND CC0-1.0')).toBe('GPL 3.0-or-later AND CC0 1.0');
});
