import type { DesignContent } from '../../shared/designs/content.ts';
import { readQuantity } from '../../shared/designs/quantities.ts';
import { UNITS } from '../../shared/designs/units.ts';
import { type ItemDescription, type SizeName, sizeName } from '../../shared/items/events.ts';
import { revisionOf } from '../designs/queries.ts';
import type { Parts } from '../parts.ts';
import { fittingsOf, type Item, itemById } from './queries.ts';

/** Sizes and interfaces of a thing, and who says so. Millimetres. */
export interface Measures {
  sizes: ItemDescription['sizes'];
  interfaces: ItemDescription['interfaces'];
  from: 'itself' | 'design' | 'line' | null;
}

type Size = ItemDescription['sizes'][number];

const MOST_SIZES = 12;
const MOST_INTERFACES = 20;

/** Names under which designs give a size: `Shaft length` is a length. */
function sizeOf(name: string): SizeName | null {
  const last = name.trim().toLowerCase().split(/\s+/).at(-1) ?? '';
  return sizeName.safeParse(last).data ?? null;
}

/** Sizes among the parameters of a design; a bare number is in millimetres. */
function sizesOfDesign({ parameters }: DesignContent): Size[] {
  return parameters.flatMap(({ name, value, unit }): Size[] => {
    const size = sizeOf(name);
    const read = size === null ? null : readQuantity(`${value} ${unit}`.trim(), false);
    if (size === null || read === null) return [];
    const { measures, inBase } = UNITS[read.unit ?? 'mm'];
    const millimetres = read.quantity * inBase;
    return measures === 'length' && millimetres > 0 && millimetres <= 1e6
      ? [{ name: size, millimetres }]
      : [];
  });
}

type Sources = Pick<Parts, 'views' | 'designs'>;

/** What the revision of a design says; null where it is not here. */
export function contentOf({ views, designs }: Sources, of: Item['of']): DesignContent | null {
  const revision = of && revisionOf(views, of.designId, of.revision);
  return revision ? designs.read(revision.contentId) : null;
}

/** The length that a line of a parts list asks for, of the newest thing that it was fitted for, or came from. */
function sizesOfLine(sources: Sources, item: Item): Size[] {
  const { views } = sources;
  const fittings = fittingsOf(views, item.itemId);
  const places = fittings.map(({ into, line }) => ({ whole: into, line })).toReversed();
  if (item.fromItem !== null) places.push({ whole: item.fromItem, line: item.fromLine });
  for (const { whole, line } of places) {
    if (line === null) continue;
    const content = contentOf(sources, itemById(views, whole)?.of ?? null);
    const cut = content?.parts.find(({ id }) => id === line)?.cut;
    if (cut) return [{ name: 'length', millimetres: cut.length }];
  }
  return [];
}

/** What is known of a thing's sizes: as it says itself, else as its design says, else as the line that it met. */
export function measuresOf(sources: Sources, item: Item): Measures {
  if (item.sizes.length > 0 || item.interfaces.length > 0) {
    return { sizes: item.sizes, interfaces: item.interfaces, from: 'itself' };
  }
  const content = contentOf(sources, item.of);
  const sizes = content ? sizesOfDesign(content).slice(0, MOST_SIZES) : [];
  const interfaces = content ? content.interfaces.slice(0, MOST_INTERFACES) : [];
  if (sizes.length > 0 || interfaces.length > 0) return { sizes, interfaces, from: 'design' };
  const ofLine = sizesOfLine(sources, item);
  return { sizes: ofLine, interfaces: [], from: ofLine.length > 0 ? 'line' : null };
}
