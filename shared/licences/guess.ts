import { PEER_PRODUCTION } from './choices.ts';
import { licenceOfWords, repairLicence } from './repair.ts';

/** Characters of a licence file that are looked at: its title and its first sections. */
const LOOKED_AT = 20_000;

/** Titles and sentences that only one licence has, most particular first. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/cern open hardware licence version 2 ?[-–—] ?strongly reciprocal/, 'CERN-OHL-S-2.0'],
  [/cern open hardware licence version 2 ?[-–—] ?weakly reciprocal/, 'CERN-OHL-W-2.0'],
  [/cern open hardware licence version 2 ?[-–—] ?permissive/, 'CERN-OHL-P-2.0'],
  [/cern open hardware licence v?(?:ersion )?1\.2/, 'CERN-OHL-1.2'],
  [/cern open hardware licence v?(?:ersion )?1\.1/, 'CERN-OHL-1.1'],
  [/tapr open hardware license/, 'TAPR-OHL-1.0'],
  [/solderpad hardware licen[sc]e,? version 2\.1/, 'Apache-2.0 WITH SHL-2.1'],
  [/solderpad hardware licen[sc]e,? version 2\.0/, 'Apache-2.0 WITH SHL-2.0'],
  [/solderpad hardware licen[sc]e,? version 0\.51/, 'SHL-0.51'],
  [/peer production license|copyfarleft public license/, PEER_PRODUCTION],
  [/gnu affero general public license version 3/, 'AGPL-3.0-only'],
  [/gnu lesser general public license version 3/, 'LGPL-3.0-only'],
  [/gnu lesser general public license version 2\.1/, 'LGPL-2.1-only'],
  [/gnu general public license version 3/, 'GPL-3.0-only'],
  [/gnu general public license version 2/, 'GPL-2.0-only'],
  [/gnu free documentation license version 1\.3/, 'GFDL-1.3-only'],
  [/mozilla public license,? version 2\.0/, 'MPL-2.0'],
  [/european union public licence v\.? ?1\.2/, 'EUPL-1.2'],
  [/apache license,? version 2\.0/, 'Apache-2.0'],
  [/free art licen[sc]e 1\.3|licence art libre 1\.3/, 'LAL-1.3'],
  [/cc0 1\.0 universal/, 'CC0-1.0'],
  [/this is free and unencumbered software released into the public domain/, 'Unlicense'],
  [/redistribution and use in source and binary forms[\s\S]*neither the name/, 'BSD-3-Clause'],
  [/redistribution and use in source and binary forms/, 'BSD-2-Clause'],
  [/permission is hereby granted, free of charge, to any person obtaining a copy/, 'MIT'],
  [/permission to use, copy, modify, and(?:\/or)? distribute this software for any purpose/, 'ISC'],
];

const COMMONS =
  /(?:creative commons )?(attribution(?:[- ](?:non-?commercial|no-?deriv(?:ative)?s|share-?alike))*)(?: (?:version )?(\d\.\d))/;

/** The licence whose text a file has (LICENSE, COPYING); an SPDX expression, or null where it can't be told. */
export function guessLicence(text: string): string | null {
  const start = text.slice(0, LOOKED_AT);
  const tagged = /SPDX-License-Identifier:\s*([^\r\n]{1,200})/.exec(start)?.[1];
  if (tagged !== undefined) return repairLicence(tagged.replace(/\s*(\*\/|-->)\s*$/, ''))?.expression ?? null;
  const words = start
    .toLowerCase()
    .replaceAll(/[*#=_>|]/g, ' ')
    .replaceAll(/[,\s]*\n\s*/g, ' ')
    .replaceAll(/\s+/g, ' ');
  const at = SIGNS.map(([sign, expression]) => ({ at: words.search(sign), expression })).filter(
    (one) => one.at >= 0,
  );
  const commons = COMMONS.exec(words);
  if (commons)
    at.push({ at: commons.index, expression: licenceOfWords(`creative commons ${commons[0]}`) ?? '' });
  const [first] = at.filter(({ expression }) => expression !== '').sort((one, other) => one.at - other.at);
  if (first) return first.expression;
  // A note of a few words: “CC BY-SA 4.0”.
  return words.length < 600 ? (repairLicence(start)?.expression ?? null) : null;
}
