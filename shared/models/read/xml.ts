import { SaxesParser } from 'saxes';
import { CannotBeRead, refused } from './findings.ts';

export interface XmlHandlers {
  /** Names come without their prefix. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text?(text: string): void;
}

/** Entities that a drawing program defines for its own namespaces: few, short, and without others within. */
const ENTITY = /<!ENTITY\s+([A-Za-z_][\w.-]{0,60})\s+(?:"([^"&%<]{0,200})"|'([^'&%<]{0,200})')\s*>/g;
const MOST_ENTITIES = 50;

/** Reads XML piece by piece, to a depth and a number of elements. External and nested entities are refused. */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #decoder: TextDecoder;

  constructor(handlers: XmlHandlers, limits: { levels: number; entities: number }, encoding = 'utf-8') {
    this.#decoder = new TextDecoder(encoding);
    const parser = this.#parser;
    let depth = 0;
    let elements = 0;
    parser.on('error', (error) => {
      throw refused('badXml', {
        line: parser.line,
        what: error.message.replace(/^[\d:]+\s*/, '').slice(0, 120),
      });
    });
    parser.on('doctype', (doctype) => {
      if (!doctype.includes('[')) return;
      const known = [...doctype.matchAll(ENTITY)];
      const all = doctype.match(/<!ENTITY/g)?.length ?? 0;
      if (known.length !== all || all > MOST_ENTITIES) throw refused('hasEntities', {});
      for (const [, name = '', one, other] of known) parser.ENTITIES[name] = one ?? other ?? '';
    });
    parser.on('opentag', ({ name, attributes }) => {
      depth += 1;
      elements += 1;
      if (depth > limits.levels) throw refused('tooDeep', { most: limits.levels });
      if (elements > limits.entities) throw refused('tooManyEntities', { most: limits.entities });
      handlers.open(withoutPrefix(name), attributes);
    });
    parser.on('closetag', ({ name }) => {
      depth -= 1;
      handlers.close(withoutPrefix(name));
    });
    if (handlers.text) parser.on('text', (text) => handlers.text?.(text));
  }

  /** @throws {CannotBeRead} */
  take(piece: Uint8Array): void {
    this.#guarded(() => this.#parser.write(this.#decoder.decode(piece, { stream: true })));
  }

  end(): void {
    this.#guarded(() => {
      this.#parser.write(this.#decoder.decode());
      this.#parser.close();
    });
  }

  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof CannotBeRead) throw error;
      throw refused('badXml', { line: this.#parser.line, what: String(error).slice(0, 120) });
    }
  }
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute by its name without prefix. */
export function attributeOf(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name];
  const key = Object.keys(attributes).find((each) => withoutPrefix(each) === name);
  return key === undefined ? undefined : attributes[key];
}

/** The encoding by a byte order mark; UTF-8 without one. */
export const encodingOf = (bytes: Uint8Array): string =>
  bytes[0] === 0xff && bytes[1] === 0xfe
    ? 'utf-16le'
    : bytes[0] === 0xfe && bytes[1] === 0xff
      ? 'utf-16be'
      : 'utf-8';
