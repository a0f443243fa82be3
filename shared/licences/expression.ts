import parse from 'spdx-expression-parse';

/** One licence of an expression, as today's SPDX list spells it. */
export interface LicenceTerm {
  /** `GPL-3.0`, `CC-BY-SA-4.0`, `LicenseRef-PPL`: without what follows. */
  licence: string;
  /** Or any later version. */
  orLater: boolean;
  exception: string | null;
}

/** Alternatives to choose from; of the chosen one, every term holds. */
export type LicenceAlternatives = readonly (readonly LicenceTerm[])[];

/** Characters of an expression, and alternatives that one unfolds into, at most: brackets multiply. */
const MOST_CHARACTERS = 400;
const MOST_ALTERNATIVES = 200;

/** @returns null for what is no SPDX licence expression. */
export function alternativesOf(expression: string): LicenceAlternatives | null {
  const text = expression.trim();
  if (text === '' || text.length > MOST_CHARACTERS) return null;
  try {
    return unfolded(parse(text));
  } catch {
    return null;
  }
}

/** Whether it is an SPDX licence expression (https://spdx.github.io/spdx-spec/), `LicenseRef-…` included. */
export const isLicenceExpression = (text: string): boolean => alternativesOf(text) !== null;

function unfolded(info: parse.Info): LicenceTerm[][] | null {
  if (!('conjunction' in info)) return [[termOf(info)]];
  const [left, right] = [unfolded(info.left), unfolded(info.right)];
  if (left === null || right === null) return null;
  const all =
    info.conjunction === 'or'
      ? [...left, ...right]
      : left.flatMap((one) => right.map((other) => [...one, ...other]));
  return all.length > MOST_ALTERNATIVES ? null : all;
}

function termOf({ license, plus, exception }: parse.LicenseInfo): LicenceTerm {
  const later = license.endsWith('-or-later');
  return {
    licence: license.replace(/-(or-later|only)$/, ''),
    orLater: later || plus === true,
    exception: exception ?? null,
  };
}

const GNU = /^(A|L)?GPL-|^GFDL-/;

/** The term as an expression; GNU's licences say `-only` or `-or-later`. */
export function expressionOf({ licence, orLater, exception }: LicenceTerm): string {
  const version = GNU.test(licence) ? (orLater ? '-or-later' : '-only') : orLater ? '+' : '';
  return `${licence}${version}${exception === null ? '' : ` WITH ${exception}`}`;
}

/** Creative Commons' texts for one country, before 4.0, stand for the one of their version. */
export const withoutCountry = (licence: string): string =>
  licence.replace(/^(CC-BY(?:-NC|-SA|-ND)*-\d\.\d)(-[A-Z]{2,3})+$/, '$1');
