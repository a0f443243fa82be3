/** A licence that people choose from, without knowing SPDX. */
export interface CommonLicence {
  expression: string;
  /** What whoever changes the design owes: nothing but the names, the same licence, or something narrower. */
  asks: 'nothing' | 'names' | 'shareAlike' | 'nonCommercial';
  /** What it was written for. */
  for: 'hardware' | 'documentation' | 'software' | 'anything';
}

/** The Peer Production License has no SPDX identifier of its own. */
export const PEER_PRODUCTION = 'LicenseRef-PPL';

/** Licences that are offered first, the ones that were written for hardware foremost. */
export const commonLicences: readonly CommonLicence[] = [
  { expression: 'CERN-OHL-S-2.0', asks: 'shareAlike', for: 'hardware' },
  { expression: 'CERN-OHL-W-2.0', asks: 'shareAlike', for: 'hardware' },
  { expression: 'CERN-OHL-P-2.0', asks: 'names', for: 'hardware' },
  { expression: 'TAPR-OHL-1.0', asks: 'shareAlike', for: 'hardware' },
  { expression: 'Apache-2.0 WITH SHL-2.1', asks: 'names', for: 'hardware' },
  { expression: 'CC-BY-SA-4.0', asks: 'shareAlike', for: 'documentation' },
  { expression: 'CC-BY-4.0', asks: 'names', for: 'documentation' },
  { expression: 'CC0-1.0', asks: 'nothing', for: 'anything' },
  { expression: 'LAL-1.3', asks: 'shareAlike', for: 'documentation' },
  { expression: PEER_PRODUCTION, asks: 'shareAlike', for: 'anything' },
  { expression: 'GPL-3.0-or-later', asks: 'shareAlike', for: 'software' },
  { expression: 'AGPL-3.0-or-later', asks: 'shareAlike', for: 'software' },
  { expression: 'LGPL-3.0-or-later', asks: 'shareAlike', for: 'software' },
  { expression: 'MPL-2.0', asks: 'shareAlike', for: 'software' },
  { expression: 'EUPL-1.2', asks: 'shareAlike', for: 'software' },
  { expression: 'Apache-2.0', asks: 'names', for: 'software' },
  { expression: 'MIT', asks: 'names', for: 'software' },
  { expression: 'BSD-3-Clause', asks: 'names', for: 'software' },
  { expression: 'CC-BY-NC-SA-4.0', asks: 'nonCommercial', for: 'documentation' },
  { expression: 'CC-BY-NC-4.0', asks: 'nonCommercial', for: 'documentation' },
];
