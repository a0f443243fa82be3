import type { FileType } from '../../shared/files/kinds.ts';
import type { Sample } from './sniff.ts';

/** Lines that are looked at for the shape of a table or a mesh. */
const LOOKED_AT = 40;
/** Control characters that no text holds (tab, line feed, form feed and carriage return are fine). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/;

/** The start of a file as text, where it is UTF-8 without control characters; null where it is something else. */
export function textIn({ start, bytes }: Pick<Sample, 'start' | 'bytes'>): string | null {
  if (start.length === 0) return null;
  try {
    // A character may be cut in two where the sample ends, and nowhere else.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: bytes > start.length });
    return CONTROL.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** A web page is a plain text here: nobody is to open it as one. */
export function typeOfText(text: string): FileType {
  const body = text.trimStart();
  if (body.startsWith('ISO-10303-21;')) return 'model/step';
  if (/^solid\b/i.test(body) && /\b(facet\s+normal|endsolid)\b/i.test(body)) return 'model/stl';
  if (/^(999\s*\n[^\n]*\n\s*)*0\s*\r?\n\s*SECTION\b/.test(body)) return 'image/vnd.dxf';
  if (body.startsWith('<')) return firstElement(body) === 'svg' ? 'image/svg+xml' : 'text/plain';
  if (/^(\{\s*["}]|\[\s*(\]|[{"\d-]|\[\s*["\d{[-]))/.test(body)) {
    return isScene(body) ? 'model/gltf+json' : 'application/json';
  }
  const lines = body.split(/\r\n|\r|\n/, LOOKED_AT + 1);
  // The last line may be cut off.
  const whole = lines.slice(0, Math.min(LOOKED_AT, Math.max(1, lines.length - 1)));
  if (isMesh(lines)) return 'model/obj';
  return isTable(whole.filter((line) => line.trim() !== '')) ? 'text/csv' : 'text/plain';
}

/** Local name of a document's first element, behind its declaration, comments and type. */
function firstElement(body: string): string | null {
  let at = 0;
  for (;;) {
    while (/\s/.test(body[at] ?? '')) at++;
    const end = ['<?', '<!--', '<!'].find((opening) => body.startsWith(opening, at));
    if (end === undefined) break;
    const closing = end === '<?' ? '?>' : end === '<!--' ? '-->' : closingOfType(body, at);
    const found = body.indexOf(closing, at);
    if (found === -1) return null;
    at = found + closing.length;
  }
  return /^<(?:[\w-]{1,40}:)?([\w-]{1,40})[\s>/]/.exec(body.slice(at, at + 100))?.[1]?.toLowerCase() ?? null;
}

/** A document type may hold declarations in brackets. */
function closingOfType(body: string, at: number): string {
  const bracket = body.indexOf('[', at);
  const end = body.indexOf('>', at);
  return bracket !== -1 && bracket < end ? ']>' : '>';
}

/** glTF says in `asset` which version it is. */
const isScene = (body: string): boolean =>
  /"asset"\s*:\s*\{[^{}]{0,2000}"version"\s*:/.test(body) && /"(scenes|nodes|meshes|buffers)"\s*:/.test(body);

/** Wavefront OBJ: its first statement that says something is a vertex. */
function isMesh(lines: readonly string[]): boolean {
  const first = lines.find((line) => !/^\s*($|#|(mtllib|usemtl|o|g|s)\s)/.test(line));
  return first !== undefined && /^v(\s+[-+]?[\d.]+(e[-+]?\d+)?){3}/i.test(first);
}

/** There are several lines, each with as many cells as the first, which names them all: code ends its lines with `;`. */
function isTable(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  return [',', ';', '\t'].some((separator) => {
    const rows = lines.map((line) => line.replaceAll(/"[^"]*"/g, '""').split(separator));
    const [names = []] = rows;
    const named = names.length > 1 && names.every((name) => name.trim() !== '');
    return named && rows.every((cells) => cells.length === names.length);
  });
}
