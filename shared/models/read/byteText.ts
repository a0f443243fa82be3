const POWERS = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);
const [TAB, LINE, RETURN, BLANK, PLUS, COMMA, MINUS, POINT, ZERO, NINE] = [
  9, 10, 13, 32, 43, 44, 45, 46, 48, 57,
] as const;

const isBlank = (byte: number) =>
  byte === BLANK || byte === TAB || byte === RETURN || byte === 11 || byte === 12;

/**
 * Reads words and numbers from bytes of a text, without making strings of what is passed over. Carriage returns are
 * blanks; a comma within a number is taken for a decimal point and noticed.
 */
export class ByteText {
  readonly bytes: Uint8Array;
  at: number;
  line = 1;
  /** A comma stood where other programs write a point. */
  sawComma = false;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = at === 0 ? withLines(bytes) : bytes;
    // A byte order mark is no word.
    this.at = at === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : at;
  }

  get ended(): boolean {
    return this.at >= this.bytes.length;
  }

  /** Goes over blanks within the line. @returns whether something stands there before the line ends. */
  skipBlanks(): boolean {
    const { bytes } = this;
    while (this.at < bytes.length && isBlank(bytes[this.at] ?? 0)) this.at += 1;
    return this.at < bytes.length && bytes[this.at] !== LINE;
  }

  /** Goes over blanks and line ends. @returns whether something stands there. */
  skipSpace(): boolean {
    while (!this.skipBlanks()) {
      if (this.ended) return false;
      this.at += 1;
      this.line += 1;
    }
    return true;
  }

  /** Goes to the beginning of the next line. */
  nextLine(): void {
    const end = this.bytes.indexOf(LINE, this.at);
    this.at = end < 0 ? this.bytes.length : end + 1;
    this.line += 1;
  }

  /** The end of the word that stands here. */
  wordEnd(): number {
    const { bytes } = this;
    let end = this.at;
    for (; end < bytes.length; end += 1) {
      const byte = bytes[end] ?? 0;
      if (byte <= BLANK && (byte === LINE || isBlank(byte))) break;
    }
    return end;
  }

  /** The word that stands here, at most so long; empty where the text ends. */
  word(longest = 100): string {
    const end = this.wordEnd();
    const word = decoded(this.bytes.subarray(this.at, Math.min(end, this.at + longest)));
    this.at = end;
    return word;
  }

  /** The rest of the line, trimmed, at most so long. Stays before its end. */
  restOfLine(longest: number): string {
    const end = this.bytes.indexOf(LINE, this.at);
    const stop = end < 0 ? this.bytes.length : end;
    const text = decoded(this.bytes.subarray(this.at, Math.min(stop, this.at + longest * 4)));
    this.at = stop;
    return text.trim().slice(0, longest);
  }

  /** The number that stands here; NaN for what is none, which is passed over as a word. */
  number(): number {
    const { bytes } = this;
    const from = this.at;
    let at = from;
    let negative = false;
    let mantissa = 0;
    let digits = 0;
    let exponent = 0;
    let byte = bytes[at] ?? 0;
    if (byte === MINUS || byte === PLUS) {
      negative = byte === MINUS;
      at += 1;
      byte = bytes[at] ?? 0;
    }
    const first = at;
    for (; byte >= ZERO && byte <= NINE; byte = bytes[at] ?? 0) {
      mantissa = mantissa * 10 + (byte - ZERO);
      digits += 1;
      at += 1;
    }
    if (byte === POINT || byte === COMMA) {
      if (byte === COMMA) this.sawComma = true;
      at += 1;
      byte = bytes[at] ?? 0;
      for (; byte >= ZERO && byte <= NINE; byte = bytes[at] ?? 0) {
        mantissa = mantissa * 10 + (byte - ZERO);
        digits += 1;
        exponent -= 1;
        at += 1;
      }
    }
    if (digits === 0) return this.#unusual(from);
    // `e`, `E`, and `d` as Fortran writes it.
    if (byte === 101 || byte === 69 || byte === 100 || byte === 68) {
      let end = at + 1;
      let sign = 1;
      let power = 0;
      const mark = bytes[end] ?? 0;
      if (mark === MINUS || mark === PLUS) {
        sign = mark === MINUS ? -1 : 1;
        end += 1;
      }
      for (let digit = bytes[end] ?? 0; digit >= ZERO && digit <= NINE; digit = bytes[end] ?? 0) {
        power = Math.min(9999, power * 10 + (digit - ZERO));
        end += 1;
      }
      exponent += sign * power;
      at = end;
    }
    this.at = at;
    // Within 15 digits and 22 powers of ten, one product or quotient rounds as the whole does.
    let value: number;
    if (digits <= 15 && exponent >= -22 && exponent <= 22)
      value = exponent < 0 ? mantissa / (POWERS[-exponent] ?? 1) : mantissa * (POWERS[exponent] ?? 1);
    else
      value = Number(
        decoded(bytes.subarray(first, Math.min(at, first + 400)))
          .replace(',', '.')
          .replace(/d/i, 'e'),
      );
    return negative ? -value : value;
  }

  #unusual(from: number): number {
    this.at = from;
    const word = this.word().toLowerCase();
    if (/^[-+]?inf(inity)?$|^[-+]?1\.#inf$/.test(word)) return word.startsWith('-') ? -Infinity : Infinity;
    return Number.NaN;
  }
}

/** Some old programs end lines with a carriage return alone. */
function withLines(bytes: Uint8Array): Uint8Array {
  if (!bytes.subarray(0, 2000).includes(RETURN) || bytes.includes(LINE)) return bytes;
  return bytes.map((byte) => (byte === RETURN ? LINE : byte));
}

const utf8 = new TextDecoder('utf-8');

/** Bytes as text; what is no UTF-8 is marked as such. */
export const decoded = (bytes: Uint8Array): string => utf8.decode(bytes);

/** A name as it may stand in a list: without control characters, not longer than that. */
export const nameFrom = (text: string, longest: number): string =>
  text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, longest);
