import { type DesignCategory, designCategory, technologyReadiness } from '../../shared/designs/content.ts';
import { type InterfaceKind, isInterfaceKind } from '../../shared/designs/interfaces.ts';
import { readQuantity } from '../../shared/designs/quantities.ts';
import { converted } from '../../shared/designs/units.ts';
import { type MachineKind, machineKind } from '../../shared/machines/words.ts';
import { addressOf } from '../addresses.ts';

/** What is looked for in the catalogue, as it stands in the page's address. Empty: any. */
export interface DesignQuery {
  q: string;
  category: DesignCategory | '';
  tag: string;
  licence: string;
  readiness: string;
  machine: MachineKind | '';
  /** A module of the construction set, by its id. */
  module: string;
  interface: InterfaceKind | '';
  /** As it was typed: `1.25 in`. */
  size: string;
  side: 'offers' | 'needs' | '';
  /** Only what the machines of this workshop make. */
  workshop: string;
}

export const anyDesign: DesignQuery = {
  q: '',
  category: '',
  tag: '',
  licence: '',
  readiness: '',
  machine: '',
  module: '',
  interface: '',
  size: '',
  side: '',
  workshop: '',
};
const NAMES = Object.keys(anyDesign).filter((name): name is keyof DesignQuery => name in anyDesign);

/** What an address asks for, as far as it makes sense. */
export function queryFrom(asked: Record<string, string>): DesignQuery {
  const category = designCategory.safeParse(asked.category);
  const machine = machineKind.safeParse(asked.machine);
  const readiness = technologyReadiness.safeParse(asked.readiness);
  const kind = asked.interface ?? '';
  const { side } = asked;
  return {
    q: asked.q ?? '',
    category: category.success ? category.data : '',
    tag: asked.tag ?? '',
    licence: asked.licence ?? '',
    readiness: readiness.success ? readiness.data : '',
    machine: machine.success ? machine.data : '',
    module: asked.module ?? '',
    interface: isInterfaceKind(kind) ? kind : '',
    size: asked.size ?? '',
    side: side === 'offers' || side === 'needs' ? side : '',
    workshop: asked.workshop ?? '',
  };
}

const filled = (query: DesignQuery): Record<string, string> =>
  Object.fromEntries(NAMES.map((name) => [name, query[name]]).filter(([, value]) => value !== ''));

/** The page with this query. */
export function addressWith(query: DesignQuery): string {
  const asked = filled(query);
  return Object.keys(asked).length === 0 ? addressOf.designs : addressOf.designsWith(asked);
}

/**
 * A size as people write it: `1.25 in`, `1 1/4"`, `30`, `2,5 cm`, `12 V`. Millimetres, or volts for an electric
 * interface; null where it is none.
 */
export function sizeFrom(written: string, decimalComma = false): number | null {
  const text = written
    .trim()
    .replace(/\s*(?:v|volts?)$/i, '')
    .replace(/"$/, ' in');
  if (text === '') return null;
  const read = readQuantity(text, decimalComma);
  if (!read || read.quantity <= 0) return null;
  return read.unit === null ? read.quantity : converted(read.quantity, read.unit, 'mm');
}

/** The question to the server; `after` for the next page. */
export function questionOf(query: DesignQuery, after?: string | null, decimalComma = false): string {
  const { workshop, size, ...rest } = filled(query);
  const asked = new URLSearchParams(rest);
  const length = size === undefined ? null : sizeFrom(size, decimalComma);
  if (length !== null) asked.set('size', String(length));
  if (workshop !== undefined) {
    asked.set('workshop', workshop);
    asked.set('makeable', 'true');
  }
  if (after) asked.set('after', after);
  return `/api/designs${asked.size > 0 ? `?${asked}` : ''}`;
}

/** What narrows the list besides the words. */
export const narrowedBy = (query: DesignQuery): (keyof DesignQuery)[] =>
  NAMES.filter((name) => name !== 'q' && query[name] !== '');
