import { parse as parseToml, TomlError } from 'smol-toml';
import type { BringRemark } from '../../../shared/designs/bringingViews.ts';
import { Refusal, shortened } from './refusal.ts';

const MOST_LINES = 50_000;
/** A circle of tables ends here. */
const MOST_DEPTH = 24;
/** Lines that are mended, at most. */
const MOST_MENDED = 20;
/** Characters of a line that is mended. */
const MOST_MENDED_LINE = 4000;
/** Stands in a key that was said before, until its values are one list. */
const AGAIN = /~again\d+$/;

/** A text in TOML; what breaks the format is mended line by line, and told. */
export function fromToml(text: string, fileName: string, remarks: BringRemark[]): unknown {
  if (text.split('\n', MOST_LINES + 2).length > MOST_LINES + 1) {
    return new Refusal(`${fileName} has more than ${MOST_LINES} lines: that is no manifest.`);
  }
  // What is not quoted where it must be (a date, a version of three numbers) is, line by line.
  const lines = text.split('\n');
  for (let round = 0; round < MOST_MENDED; round += 1) {
    try {
      const table = together(
        parseToml(lines.join('\n'), {
          integersAsBigInt: 'asNeeded',
          useLegacyDate: true,
          unsafeKeyBehaviour: 'drop',
          maxDepth: MOST_DEPTH,
        }),
      );
      // `version = 1.10` is a number to TOML, and 1.1.
      const version = /^version\s*=\s*(\d+\.\d+)\s*(?:#.*)?$/m.exec(text)?.[1];
      return version === undefined ? table : { ...table, version };
    } catch (error) {
      if (!(error instanceof TomlError))
        return new Refusal(`${fileName} cannot be read: ${shortened(error)}.`);
      const at = error.line - 1;
      const line = lines[at] ?? '';
      if (text.length > 200_000 || !/^\s*[\w-]+\s*=/.test(line)) {
        return new Refusal(`Line ${error.line} of ${fileName} is no TOML: ${shortened(error)}.`);
      }
      const where = `${fileName}:${error.line}`;
      const again = /redefine/.test(error.message) && line.replace(/^(\s*)([\w-]+)/, `$1$2~again${round}`);
      const mended = again ? again.replace(/^(\s*)([\w-]+~again\d+)/, '$1"$2"') : quoted(line);
      lines[at] = mended ?? `# ${line}`;
      if (again)
        remarks.push(repaired(where, 'This field is said more than once: all that it says is taken.'));
      else if (mended !== null) remarks.push(repaired(where, 'Its value was not quoted.'));
      else remarks.push({ kind: 'lost', at: where, sentence: `This line is left out: ${shortened(error)}.` });
    }
  }
  return new Refusal(`${fileName} has too many lines that are no TOML.`);
}

const repaired = (at: string, sentence: string): BringRemark => ({ kind: 'repaired', at, sentence });

function quoted(line: string): string | null {
  if (line.length > MOST_MENDED_LINE) return null;
  const [, key, value] = /^(\s*[\w-]+\s*=\s*)([^"'[{#\s][^#]*?)\s*(?:#.*)?$/.exec(line) ?? [];
  return key === undefined || value === undefined ? null : `${key}${JSON.stringify(value)}`;
}

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) !== Date.prototype;

/** Values of a key that was said more than once, as one list. */
function together(table: Record<string, unknown>, depth = 0): Record<string, unknown> {
  if (depth > 3) return table;
  for (const [key, value] of Object.entries(table)) {
    if (Array.isArray(value)) {
      for (const each of value) if (isTable(each) && !(each instanceof Date)) together(each, depth + 1);
    } else if (isTable(value) && !(value instanceof Date)) together(value, depth + 1);
    if (!AGAIN.test(key)) continue;
    const first = key.replace(AGAIN, '');
    table[first] = [table[first], value].flat();
    Reflect.deleteProperty(table, key);
  }
  return table;
}
