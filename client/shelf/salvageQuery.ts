import { type InterfaceKind, isInterfaceKind } from '../../shared/designs/interfaces.ts';
import { readLength } from '../../shared/measures/lengths.ts';
import { addressOf } from '../addresses.ts';

/** What is looked for among recovered parts, as it stands in the page's address. Empty: any. */
export interface SalvageQuery {
  /** Of its name, its specification or what it is made of. */
  words: string;
  kind: InterfaceKind | '';
  /** Across, as it was typed: `1.25 in`. */
  size: string;
  /** At least so long, as it was typed. */
  length: string;
  /** The workshop from which one looks. */
  near: string;
  /** Kilometres, or empty. */
  within: string;
}

const NAMES = [
  'words',
  'kind',
  'size',
  'length',
  'near',
  'within',
] as const satisfies readonly (keyof SalvageQuery)[];
/** Distances to choose from, kilometres. */
export const DISTANCES = ['10', '50', '200'] as const;

/** What an address asks for, as far as it makes sense. `near`: where it names none. */
export function salvageFrom(asked: Record<string, string>, near: string): SalvageQuery {
  const kind = asked.kind ?? '';
  const within = asked.within ?? '';
  return {
    words: (asked.words ?? '').slice(0, 80),
    kind: isInterfaceKind(kind) ? kind : '',
    size: (asked.size ?? '').slice(0, 40),
    length: (asked.length ?? '').slice(0, 40),
    near: asked.near ?? near,
    within: /^[1-9]\d{0,4}$/.test(within) ? within : '',
  };
}

/** The page with this query. */
export function salvageAddress(query: SalvageQuery): string {
  const given = NAMES.filter((name) => query[name] !== '').map((name) => [name, query[name]]);
  return given.length === 0 ? addressOf.salvage : addressOf.salvageWith(Object.fromEntries(given));
}

/**
 * A length as people write it, in millimetres. A bare number is in the person's own units. Undefined: nothing was
 * written; null: it is no length.
 */
export function lengthWritten(
  text: string,
  habits: Parameters<typeof readLength>[1],
): number | null | undefined {
  if (text.trim() === '') return undefined;
  const read = readLength(text, habits);
  return read.kind === 'length' && read.millimetres > 0 ? read.millimetres : null;
}

/** The question to the server; what is no length is left out of it. */
export function salvageQuestion(query: SalvageQuery, habits: Parameters<typeof readLength>[1]): string {
  const asked = new URLSearchParams();
  const [size, length] = [lengthWritten(query.size, habits), lengthWritten(query.length, habits)];
  if (query.words.trim() !== '') asked.set('words', query.words.trim());
  if (query.kind !== '') asked.set('kind', query.kind);
  if (size != null) asked.set('diameter', String(size));
  if (length != null) asked.set('least-length', String(length));
  if (query.near !== '') asked.set('near', query.near);
  if (query.near !== '' && query.within !== '') asked.set('kilometres', query.within);
  return `/api/salvage${asked.size > 0 ? `?${asked}` : ''}`;
}
