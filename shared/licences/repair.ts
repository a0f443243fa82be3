import { PEER_PRODUCTION } from './choices.ts';
import { isLicenceExpression } from './expression.ts';

/** A licence as SPDX writes it, and whether that is another spelling than was found. */
export interface RepairedLicence {
  expression: string;
  repaired: boolean;
}

/**
 * What somebody meant who named a licence in their own words: `CC-BY-SA 4.0`, `GPLv3`, `CERN OHL`. Where a version is
 * missing, the newest one of that licence is taken. @returns null where it can't be told.
 */
export function repairLicence(words: string): RepairedLicence | null {
  const text = words.trim().replaceAll(/\s+/g, ' ').slice(0, 400);
  // SPDX has a name of its own for it by now; here it has one alone.
  if (text === 'PPL') return { expression: PEER_PRODUCTION, repaired: true };
  if (isLicenceExpression(text)) return { expression: text, repaired: text !== words };
  const address = licenceOfAddress(text);
  if (address !== null) return { expression: address, repaired: true };
  const several = joined(text);
  if (several !== null) return several;
  const whole = licenceOfWords(text);
  return whole === null ? null : { expression: whole, repaired: true };
}

/** Several at once: `MIT/Apache-2.0`, `CC BY-SA 4.0 and CERN-OHL-S v2`. */
function joined(text: string): RepairedLicence | null {
  const isChoice = /\bor\b|\//i.test(text) && !/\band\b|&/i.test(text);
  const pieces = text.split(/\s*(?:\/|;|,|\band\b|\bor\b|&)\s*/i).filter((piece) => piece !== '');
  if (pieces.length < 2 || pieces.length > 4) return null;
  const each = pieces.map((piece) => (isLicenceExpression(piece) ? piece : licenceOfWords(piece)));
  if (each.includes(null)) return null;
  return { expression: [...new Set(each)].join(isChoice ? ' OR ' : ' AND '), repaired: true };
}

function licenceOfAddress(text: string): string | null {
  const address = /https?:\/\/\S+/i.exec(text)?.[0]?.toLowerCase();
  if (address === undefined) return null;
  const commons = /creativecommons\.org\/licen[sc]es\/(by(?:-(?:nc|nd|sa))*)\/(\d\.\d)/.exec(address);
  if (commons) return checked(`CC-${commons[1]?.toUpperCase()}-${commons[2]}`);
  if (/creativecommons\.org\/publicdomain\/zero/.test(address)) return 'CC0-1.0';
  const spdx =
    /(?:spdx\.org\/licenses|opensource\.org\/licenses?|choosealicense\.com\/licenses)\/([a-z0-9.-]+?)(?:\.html|\/|$)/.exec(
      address,
    );
  if (spdx?.[1]) return ofIdentifier(spdx[1]);
  if (/gnu\.org\/licenses/.test(address)) return licenceOfWords(address.replace(/^.*\/licenses\//, ''));
  if (/artlibre\.org/.test(address)) return 'LAL-1.3';
  if (/tapr\.org/.test(address)) return 'TAPR-OHL-1.0';
  if (/solderpad\.org/.test(address)) return solderpad('');
  if (/ohwr\.org|cern-ohl/.test(address)) return licenceOfWords(`cern ohl ${address}`);
  return null;
}

/** Identifiers whose letters are written otherwise. */
const SPELLINGS = [
  'MIT',
  'Apache-2.0',
  'ISC',
  'Zlib',
  'Unlicense',
  'MPL-2.0',
  'EUPL-1.2',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'CERN-OHL-S-2.0',
  'CERN-OHL-W-2.0',
  'CERN-OHL-P-2.0',
  'CERN-OHL-1.1',
  'CERN-OHL-1.2',
  'TAPR-OHL-1.0',
  'LAL-1.3',
];

function ofIdentifier(text: string): string | null {
  const same = SPELLINGS.find((each) => each.toLowerCase() === text.toLowerCase());
  return same ?? (isLicenceExpression(text) ? text : licenceOfWords(text));
}

const checked = (expression: string): string | null => (isLicenceExpression(expression) ? expression : null);

interface Recogniser {
  is: RegExp;
  read(text: string): string | null;
}

/** `2`, `2.0` and `v2` are one version. */
const versionIn = (text: string, otherwise: string): string => {
  const [, major, minor] = /(?:^|[^\d.])v?(\d)(?:\.(\d+))?(?![\d])/i.exec(text) ?? [];
  return major === undefined ? otherwise : `${major}.${minor ?? '0'}`;
};

const gnu = (family: string, newest: string): ((text: string) => string | null) => {
  return (text) => {
    const version = versionIn(text, newest);
    const later = /later|\+|newer/i.test(text);
    return checked(`${family}-${version}-${later ? 'or-later' : 'only'}`);
  };
};

const RECOGNISERS: readonly Recogniser[] = [
  { is: /peer[\s-]*production|copyfarleft|^ppl$/i, read: () => PEER_PRODUCTION },
  { is: /cc[\s-]*0|cc[\s-]?zero|public[\s-]?domain/i, read: () => 'CC0-1.0' },
  { is: /tapr/i, read: () => 'TAPR-OHL-1.0' },
  { is: /cern|^ohl|open[\s-]hardware[\s-]licen[sc]e/i, read: cern },
  { is: /solderpad|^shl/i, read: solderpad },
  {
    is: /creative[\s-]*commons|^cc\b|\bcc[\s_-]?by\b|^by[\s-](sa|nc|nd)|attribution/i,
    read: creativeCommons,
  },
  { is: /affero|agpl/i, read: gnu('AGPL', '3.0') },
  { is: /lesser|library general|lgpl/i, read: gnu('LGPL', '3.0') },
  { is: /free documentation|gfdl|^fdl/i, read: gnu('GFDL', '1.3') },
  { is: /gnu|gpl|general public/i, read: gnu('GPL', '3.0') },
  { is: /mozilla|\bmpl\b/i, read: (text) => checked(`MPL-${versionIn(text, '2.0')}`) },
  { is: /eupl|european union public/i, read: (text) => checked(`EUPL-${versionIn(text, '1.2')}`) },
  { is: /apache/i, read: (text) => checked(`Apache-${versionIn(text, '2.0')}`) },
  { is: /free art|art libre|\bfal\b|\blal\b/i, read: (text) => checked(`LAL-${versionIn(text, '1.3')}`) },
  { is: /\bbsd\b/i, read: (text) => (/2|simplified|freebsd/i.test(text) ? 'BSD-2-Clause' : 'BSD-3-Clause') },
  { is: /\bmit\b|expat/i, read: () => 'MIT' },
  { is: /unlicen[sc]e/i, read: () => 'Unlicense' },
  { is: /\bwtfpl\b/i, read: () => 'WTFPL' },
  { is: /odbl|open database/i, read: () => 'ODbL-1.0' },
];

/** @returns null where none of the words is known. */
export function licenceOfWords(text: string): string | null {
  const plain = text
    .replaceAll(/[_()“”"']/g, ' ')
    .replaceAll(/\b(?:v|ver|version)\. ?(?=\d)/gi, 'v')
    .replaceAll(/\s+/g, ' ')
    .trim();
  for (const { is, read } of RECOGNISERS) if (is.test(plain)) return read(plain);
  return null;
}

/** Version 2 has three texts; without a letter it is the one that shares alike, as version 1 did. */
function cern(text: string): string {
  const version = versionIn(text.replaceAll(/https?:\S+/g, ' '), '2.0');
  if (version === '1.1' || version === '1.2') return `CERN-OHL-${version}`;
  if (version === '1.0') return 'CERN-OHL-1.1';
  if (/permissive|ohl[\s-]?(?:v?\d(?:\.\d)?[\s-]?)?p\b/i.test(text)) return 'CERN-OHL-P-2.0';
  if (/weak|ohl[\s-]?(?:v?\d(?:\.\d)?[\s-]?)?w\b/i.test(text)) return 'CERN-OHL-W-2.0';
  return 'CERN-OHL-S-2.0';
}

/** From 2.0 on it is an exception to Apache's licence. */
function solderpad(text: string): string {
  if (/0\.51?\b/.test(text)) return text.includes('0.51') ? 'SHL-0.51' : 'SHL-0.5';
  return `Apache-2.0 WITH SHL-${/2\.0/.test(text) ? '2.0' : '2.1'}`;
}

function creativeCommons(text: string): string | null {
  const has = (letters: RegExp) => letters.test(text);
  const elements = [
    'CC-BY',
    ...(has(/\bnc\b|non[\s-]?commercial/i) ? ['NC'] : []),
    ...(has(/\bnd\b|no[\s-]?deriv/i) ? ['ND'] : []),
    ...(has(/\bsa\b|share[\s-]?alike/i) ? ['SA'] : []),
  ];
  const names = elements.length > 1 || has(/\bby\b|attribution/i);
  // “Creative Commons” alone says nothing.
  if (!names) return null;
  const expression = `${elements.join('-')}-${versionIn(text, '4.0')}`;
  // Up to 3.0 there are texts of single countries.
  const country = / ([A-Z]{2})$/.exec(text)?.[1];
  return (country === undefined ? null : checked(`${expression}-${country}`)) ?? checked(expression);
}
