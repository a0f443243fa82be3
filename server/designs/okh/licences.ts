import { repairLicence } from '../../../shared/licences/repair.ts';
import { type Fields, oneLine } from './fields.ts';

/** The SPDX expression that a manifest's words mean; words that mean none become a `LicenseRef-`, and empty ones nothing. */
export function readLicence(words: string, at: string, fields: Fields): string {
  const text = oneLine(words);
  if (text === '') return '';
  if (NOTHING_SAID.test(text)) {
    fields.tell('lost', at, `“${text.slice(0, 80)}” names no licence.`);
    return '';
  }
  const known = repairLicence(text);
  if (known !== null && known.expression.length <= 200) {
    if (known.expression !== text)
      fields.tell('repaired', at, `“${text.slice(0, 80)}” is read as ${known.expression}.`);
    return known.expression;
  }
  const reference = `LicenseRef-${text
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9.]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)}`;
  const named = reference === 'LicenseRef-' ? 'LicenseRef-unknown' : reference;
  fields.tell(
    'repaired',
    at,
    `“${text.slice(0, 80)}” is no licence that SPDX knows: called ${named}. Choose the right one.`,
  );
  return named;
}

/** What stands where nobody filled in a licence. */
const NOTHING_SAID =
  /^\W*(?:undefined|null|none|nothing|n\/?a|tbd|tba|todo|unknown|unspecified|no licen[sc]e.*|value|x{2,}|fixme|(?:to be|not) \w+|\[required\].*|(?:str|any|include)\(.*)\W*$/i;
