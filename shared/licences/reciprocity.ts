import { PEER_PRODUCTION } from './choices.ts';

/** What a licence asks of whoever changes what stands under it, and where it says so. */
export interface Reciprocity {
  /** SPDX identifier without `-only`, `-or-later` and `+`. */
  licence: string;
  asks: 'names' | 'shareAlike' | 'nonCommercial' | 'noDerivatives';
  /** Besides itself: licences that a changed version may stand under; `+` and `-or-later` mean later versions too. */
  alsoUnder: readonly string[];
  /** Later versions of itself may be chosen, though the expression does not say so. */
  laterVersions: boolean;
  source: string;
}

const textOf = (licence: string): string => `https://spdx.org/licenses/${licence}.html`;

const permissive = (...licences: string[]): Reciprocity[] =>
  licences.map((licence) => ({
    licence,
    asks: 'names',
    alsoUnder: [],
    laterVersions: false,
    source: textOf(licence),
  }));

interface Sharing {
  alsoUnder?: readonly string[];
  laterVersions?: boolean;
  source?: string;
}

const shareAlike = (licence: string, sharing: Sharing = {}): Reciprocity => ({
  licence,
  asks: 'shareAlike',
  alsoUnder: sharing.alsoUnder ?? [],
  laterVersions: sharing.laterVersions ?? false,
  source: sharing.source ?? textOf(licence),
});

const COMPATIBLE_WITH_CC =
  'https://creativecommons.org/share-your-work/licensing-considerations/compatible-licenses/';
const ADAPTERS_CHART =
  'https://creativecommons.org/faq/#if-i-derive-or-adapt-material-offered-under-a-creative-commons-license-which-cc-licenses-can-i-use';

const versions = (licence: string, ...numbers: string[]): string[] =>
  numbers.map((number) => `${licence}-${number}`);
const CC_VERSIONS = ['1.0', '2.0', '2.5', '3.0', '4.0'];
/** From 2.0 on, ShareAlike licences let a later version with the same elements stand for them. */
const LATER_FROM = ['2.0', '2.5', '3.0', '4.0'];

/**
 * What is known of licences, each with its source. Nothing more is claimed than that says: where a text leaves it open
 * whether another licence fits, it is not listed.
 */
export const RECIPROCITY: readonly Reciprocity[] = [
  // 3.3 d: modified source stands under this licence, or a later version where its notice lets it (8.3).
  shareAlike('CERN-OHL-S-2.0'),
  shareAlike('CERN-OHL-W-2.0'),
  // 3.4 of both: modified documentation is distributed under the same licence.
  shareAlike('CERN-OHL-1.1'),
  shareAlike('CERN-OHL-1.2'),
  // 4.2: under the same agreement.
  shareAlike('TAPR-OHL-1.0'),
  // 4 c of the text: an adaptation only under the terms of this licence.
  shareAlike(PEER_PRODUCTION, { source: 'https://wiki.p2pfoundation.net/Peer_Production_License' }),

  // Both sides were declared compatible in 2014, and the step to version 3 of the GPL, which leads one way, in 2015.
  shareAlike('CC-BY-SA-4.0', {
    laterVersions: true,
    alsoUnder: ['LAL-1.3', 'GPL-3.0-only'],
    source: COMPATIBLE_WITH_CC,
  }),
  ...versions('CC-BY-SA', '2.0', '2.5', '3.0').map((licence) => shareAlike(licence, { laterVersions: true })),
  shareAlike('CC-BY-SA-1.0'),
  ...versions('CC-BY-NC-SA', ...LATER_FROM).map((licence) => shareAlike(licence, { laterVersions: true })),
  shareAlike('CC-BY-NC-SA-1.0'),
  ...CC_VERSIONS.map(
    (version): Reciprocity => ({
      licence: `CC-BY-NC-${version}`,
      asks: 'nonCommercial',
      alsoUnder: [`CC-BY-NC-SA-${version}+`],
      laterVersions: true,
      source: ADAPTERS_CHART,
    }),
  ),
  ...[...versions('CC-BY-ND', ...CC_VERSIONS), ...versions('CC-BY-NC-ND', ...CC_VERSIONS)].map(
    (licence): Reciprocity => ({
      licence,
      asks: 'noDerivatives',
      alsoUnder: [],
      laterVersions: false,
      source: ADAPTERS_CHART,
    }),
  ),
  shareAlike('LAL-1.3', { alsoUnder: ['CC-BY-SA-4.0'], source: COMPATIBLE_WITH_CC }),
  shareAlike('LAL-1.2'),

  ...['GPL-1.0', 'GPL-2.0', 'GPL-3.0', 'AGPL-3.0'].map((licence) =>
    shareAlike(licence, { source: textOf(`${licence}-only`) }),
  ),
  // Section 3 of LGPL 2.x: the ordinary GPL, version 2 or any later one, may be applied instead.
  ...['LGPL-2.0', 'LGPL-2.1'].map((licence) =>
    shareAlike(licence, { alsoUnder: ['GPL-2.0-or-later'], source: textOf(`${licence}-only`) }),
  ),
  // The LGPL 3 is the GPL 3 with more permissions, and these may be removed (section 7 of the GPL 3).
  shareAlike('LGPL-3.0', { alsoUnder: ['GPL-3.0-only'], source: textOf('LGPL-3.0-only') }),
  ...['GFDL-1.1', 'GFDL-1.2', 'GFDL-1.3'].map((licence) =>
    shareAlike(licence, { source: textOf(`${licence}-only`) }),
  ),
  // 10.2: the terms of a later version may be chosen.
  shareAlike('MPL-2.0', { laterVersions: true }),
  // Article 5: this version or a later one, unless the work is expressly under this one alone.
  shareAlike('EUPL-1.1', { laterVersions: true, alsoUnder: ['EUPL-1.2'] }),
  shareAlike('EUPL-1.2', { laterVersions: true }),
  // 4.4: as a whole under this licence.
  shareAlike('ODbL-1.0'),
  shareAlike('OSL-3.0'),

  ...permissive('CC0-1.0', 'PDDL-1.0', 'Unlicense', '0BSD', 'MIT-0', 'WTFPL'),
  ...permissive(...versions('CC-BY', ...CC_VERSIONS)),
  // From 2.0 on, Solderpad's is an exception to Apache's.
  ...permissive('CERN-OHL-P-2.0', 'SHL-0.5', 'SHL-0.51'),
  ...permissive('MIT', 'Apache-2.0', 'ISC', 'Zlib', 'BSL-1.0'),
  ...permissive('BSD-1-Clause', 'BSD-2-Clause', 'BSD-2-Clause-Patent', 'BSD-3-Clause', 'BSD-3-Clause-Clear'),
];
