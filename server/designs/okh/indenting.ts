import type { BringRemark } from '../../../shared/designs/bringingViews.ts';

const PERSON = ['name', 'affiliation', 'email', 'social', 'url'];
const OTHER_DESIGN = ['title', 'name', 'manifest', 'web', 'lang'];

/** Fields of the first family that have fields of their own, and which. */
const WITHIN = new Map([
  ['manifest-author', PERSON],
  ['contact', PERSON],
  ['licensor', [...PERSON, 'contact']],
  ['license', ['hardware', 'documentation', 'software']],
  ['variant-of', OTHER_DESIGN],
  ['derivative-of', OTHER_DESIGN],
]);

/**
 * A program in wide use writes manifests without any indents: `contact:`, then `name: …` as if that were a field of the
 * whole. Such lines are put where they belong.
 */
export function indented(body: string, fileName: string, remarks: BringRemark[]): string {
  if (!/^title:/m.test(body)) return body;
  let [parent, isSocial, isMended] = ['', false, false];
  const lines = body.split('\n').map((line) => {
    if (/^\s*(?:#.*)?$/.test(line)) return line;
    const key = /^([\w-]+):/.exec(line)?.[1] ?? '';
    const isWithin = key !== '' && WITHIN.get(parent)?.includes(key) === true;
    if (isSocial && (/^-\s/.test(line) || key === 'user-handle')) {
      isMended = true;
      return `${key === '' ? '    ' : '      '}${line}`;
    }
    isSocial = isWithin && key === 'social';
    if (isWithin) {
      isMended = true;
      return `  ${line}`;
    }
    // One that has lines of its own, indented as they should be, needs no more.
    parent = WITHIN.has(key) && /^[\w-]+:\s*(?:#.*)?$/.test(line) ? key : '';
    return line;
  });
  if (!isMended) return body;
  const sentence = 'Lines that belong below another one were not indented.';
  remarks.push({ kind: 'repaired', at: fileName, sentence });
  return lines.join('\n');
}
