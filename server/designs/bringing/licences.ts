import type { DraftContent } from '../../../shared/designs/content.ts';
import { guessLicence } from '../../../shared/licences/guess.ts';
import { repairLicence } from '../../../shared/licences/repair.ts';
import { LICENCE } from './fileRoles.ts';
import { type Page, sectionsUnder, wordsWithLinks } from './markdown.ts';
import { nameOf, type Remarks, readText, stemOf, type Tree, type TreeFile } from './tree.ts';

export type Licences = Pick<DraftContent, 'licence' | 'documentationLicence' | 'softwareLicence'>;
type Kind = keyof Licences;

const MOST_LICENCE_BYTES = 200_000;
const MOST_FILES = 12;
const HEADING = /licen[cs]|lizenz|licença/i;
const DOCUMENTATION = /(?<![a-z])(docs?|documentation|manuals?|dokumentation|documentaci[oó]n)(?![a-z])/i;
const SOFTWARE = /(?<![a-z])(software|firmware|code|scripts?|src)(?![a-z])/i;
const HARDWARE = /(?<![a-z])(hardware|hw|designs?|cad|pcb|mechanic\w*|models?|stl|ohl)(?![a-z])/i;
/** Licences that were written for hardware. */
const FOR_HARDWARE = /OHL|SHL/;

/** What a name or a sentence says a licence is for; a sentence that names the hardware among others speaks of it. */
const kindOf = (words: string): Kind | null =>
  HARDWARE.test(words)
    ? 'licence'
    : SOFTWARE.test(words)
      ? 'softwareLicence'
      : DOCUMENTATION.test(words)
        ? 'documentationLicence'
        : null;

/** The licences that a folder tells: by its licence files, or else by what its README says. */
export async function licencesOf(
  tree: Tree,
  files: readonly TreeFile[],
  readme: { page: Page; path: string } | null,
  remarks: Remarks,
): Promise<Licences> {
  const found: Licences = { licence: '', documentationLicence: '', softwareLicence: '' };
  const texts = files
    .filter(
      ({ path }) =>
        (LICENCE.test(nameOf(path)) && path.split('/').length <= 2) || /^licen[sc]es\/[^/]+$/i.test(path),
    )
    .sort((one, other) => rankOf(one.path) - rankOf(other.path) || one.path.length - other.path.length);
  for (const file of texts.slice(0, MOST_FILES)) {
    const read = await readText(tree, file, MOST_LICENCE_BYTES);
    // By the custom of many repositories its name is that of the licence.
    const named = /^licen[sc]es\//i.test(file.path) ? repairLicence(stemOf(file.path)) : null;
    const expression = named?.expression ?? (read && guessLicence(read.text));
    const kind =
      kindOf(file.path.replaceAll('OHL', '')) ??
      (named && found.licence !== '' ? otherKind(named.expression) : 'licence');
    if (found[kind] !== '' || (named && expression === 'CC0-1.0' && found.licence !== '')) continue;
    if (expression) {
      found[kind] = expression;
      remarks.add(
        'recognised',
        file.path,
        `The licence is ${expression}, as far as its text tells: please check.`,
      );
    } else if (read !== null)
      remarks.add('kept', file.path, 'Which licence this is could not be told: choose it.');
  }
  if (found.licence !== '' || readme === null) return found;
  const told = await toldBy(tree, files, readme);
  if (told.licence !== '') {
    remarks.add(
      'recognised',
      readme.path,
      `The licence is ${told.licence}, as far as its text tells: please check.`,
    );
  }
  return {
    licence: told.licence,
    documentationLicence: found.documentationLicence || told.documentationLicence,
    softwareLicence: found.softwareLicence || told.softwareLicence,
  };
}

/** Beside a licence for the hardware others are for what they were written for. */
const otherKind = (expression: string): Kind =>
  expression.startsWith('CC-') ? 'documentationLicence' : 'softwareLicence';

/** Those for hardware first, then those of the whole. */
function rankOf(path: string): number {
  const depth = path.split('/').length;
  return depth * 10 + (FOR_HARDWARE.test(nameOf(path)) ? 0 : kindOf(path) === 'licence' ? 1 : 2);
}

/** What a README says under a heading about licences, line by line; or its tag. */
async function toldBy(
  tree: Tree,
  files: readonly TreeFile[],
  { page, path }: { page: Page; path: string },
): Promise<Licences> {
  const found: Licences = { licence: '', documentationLicence: '', softwareLicence: '' };
  let first = '';
  for (const node of sectionsUnder(page, HEADING)) {
    for (const sentence of wordsWithLinks(node).split(/\n|(?<=[\p{L})\d])[.;]\s/u)) {
      const expression = sentence.length < 600 ? guessLicence(sentence) : null;
      if (expression === null) continue;
      first ||= expression;
      const kind = kindOf(sentence.replaceAll(/[A-Z-]*OHL|https?:\S+|open hardware/gi, ''));
      if (kind !== null) found[kind] ||= expression;
    }
  }
  if (found.licence === '' && first !== found.softwareLicence && first !== found.documentationLicence)
    found.licence = first;
  if (found.licence !== '') return found;
  const file = files.find((each) => each.path === path);
  const raw = file && (await readText(tree, file, MOST_LICENCE_BYTES));
  const tag = /SPDX-License-Identifier:[^\r\n]{1,200}/.exec(raw?.text ?? '')?.[0];
  return { ...found, licence: (tag && guessLicence(tag)) || '' };
}
