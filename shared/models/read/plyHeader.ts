import { ByteText } from './byteText.ts';
import { refused } from './findings.ts';

export interface PlyProperty {
  name: string;
  /** `u1`, `i4`, `f8`: kind and bytes. */
  type: string;
  /** Of lists the type of their count; null: one number. */
  countType: string | null;
}

export interface PlyElement {
  name: string;
  count: number;
  properties: PlyProperty[];
}

export interface PlyHeader {
  format: 'ascii' | 'binary_little_endian' | 'binary_big_endian';
  elements: PlyElement[];
  comments: string;
  /** Where the body begins. */
  end: number;
}

const TYPES: Readonly<Record<string, string>> = {
  char: 'i1',
  int8: 'i1',
  uchar: 'u1',
  uint8: 'u1',
  short: 'i2',
  int16: 'i2',
  ushort: 'u2',
  uint16: 'u2',
  int: 'i4',
  int32: 'i4',
  uint: 'u4',
  uint32: 'u4',
  float: 'f4',
  float32: 'f4',
  double: 'f8',
  float64: 'f8',
};
const MOST_LINES = 1000;

/** @throws {CannotBeRead} with the line that cannot be understood. */
export function headerOf(bytes: Uint8Array): PlyHeader {
  const text = new ByteText(bytes);
  const elements: PlyElement[] = [];
  const comments: string[] = [];
  let format: PlyHeader['format'] | null = null;
  for (; text.line <= MOST_LINES && !text.ended; text.nextLine()) {
    if (!text.skipBlanks()) continue;
    const line = text.restOfLine(300);
    const [word, ...words] = line.split(/\s+/);
    const wrong = () => refused('badHeader', { line: text.line });
    if (word === 'comment' || word === 'obj_info') comments.push(line.slice(0, 200));
    else if (word === 'format') {
      const [named = ''] = words;
      if (named !== 'ascii' && named !== 'binary_little_endian' && named !== 'binary_big_endian')
        throw wrong();
      format = named;
    } else if (word === 'element') {
      const count = Number(words[1]);
      if (!Number.isSafeInteger(count) || count < 0) throw wrong();
      elements.push({ name: words[0] ?? '', count, properties: [] });
    } else if (word === 'property') {
      const isList = words[0] === 'list';
      const countType = isList ? TYPES[words[1] ?? ''] : null;
      const type = TYPES[words[isList ? 2 : 0] ?? ''];
      const element = elements.at(-1);
      if (!element || type === undefined || countType === undefined) throw wrong();
      element.properties.push({ name: words[isList ? 3 : 1] ?? '', type, countType });
    } else if (word === 'end_header') {
      if (format === null) throw wrong();
      // Bytes follow right behind the line's end.
      text.nextLine();
      return { format, elements, comments: comments.join('\n'), end: text.at };
    } else if (word !== 'ply') {
      // Some exporters write a remark without saying that it is one.
      comments.push(line.slice(0, 200));
    }
  }
  throw refused('badHeader', { line: text.line });
}
