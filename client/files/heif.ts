interface Box {
  type: string;
  /** Its content. */
  from: number;
  to: number;
}

/** Boxes and items that are looked at, at most. */
const MOST = 5000;

function* boxesIn(view: DataView, from: number, to: number): Generator<Box> {
  let at = from;
  for (let count = 0; count < MOST && at + 8 <= to; count += 1) {
    const short = view.getUint32(at);
    const isLong = short === 1;
    const size = isLong ? Number(view.getBigUint64(at + 8)) : short;
    const type = String.fromCharCode(...[4, 5, 6, 7].map((index) => view.getUint8(at + index)));
    const end = size === 0 ? to : at + size;
    if (end <= at || end > to) return;
    yield { type, from: at + (isLong ? 16 : 8), to: end };
    at = end;
  }
}

function boxIn(view: DataView, { from, to }: Pick<Box, 'from' | 'to'>, type: string): Box | null {
  for (const box of boxesIn(view, from, to)) if (box.type === type) return box;
  return null;
}

/** The id of the item that is Exif, by the list of items. */
function exifItem(view: DataView, { from, to }: Box): number | null {
  const counted = view.getUint8(from) === 0 ? 6 : 8;
  for (const { type, from: entry } of boxesIn(view, from + counted, to)) {
    const version = view.getUint8(entry);
    if (type !== 'infe' || version < 2) continue;
    const id = version === 2 ? view.getUint16(entry + 4) : view.getUint32(entry + 4);
    // Behind the id stand two bytes of protection.
    if (view.getUint32(entry + (version === 2 ? 8 : 10)) === 0x45786966) return id;
  }
  return null;
}

/** Where in the file an item begins; null where it stands elsewhere. */
function placeOf(view: DataView, { from }: Box, item: number): number | null {
  const version = view.getUint8(from);
  const sizes = view.getUint16(from + 4);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  let at = from + 6;
  const read = (size: number): number => {
    const value =
      size === 8
        ? Number(view.getBigUint64(at))
        : size === 4
          ? view.getUint32(at)
          : size === 2
            ? view.getUint16(at)
            : 0;
    at += size;
    return value;
  };
  const idSize = version < 2 ? 2 : 4;
  const count = Math.min(read(idSize), MOST);
  for (let index = 0; index < count; index += 1) {
    const id = read(idSize);
    const method = version === 0 ? 0 : read(2) & 15;
    read(2);
    const base = read(baseSize);
    const extents = Math.min(read(2), MOST);
    let first: number | null = null;
    for (let extent = 0; extent < extents; extent += 1) {
      read(indexSize);
      const offset = read(offsetSize);
      read(lengthSize);
      first ??= base + offset;
    }
    if (id === item) return method === 0 ? first : null;
  }
  return null;
}

/**
 * The block of Exif in a photograph of the HEIF family (HEIC, AVIF; ISO/IEC 23008-12); null where it has none.
 * @throws {RangeError} where it is cut short, or points out of itself.
 */
export function exifInHeif(view: DataView): DataView | null {
  const meta = boxIn(view, { from: 0, to: view.byteLength }, 'meta');
  if (!meta) return null;
  // A version and flags stand before its boxes.
  const inside = { from: meta.from + 4, to: meta.to };
  const [items, places] = [boxIn(view, inside, 'iinf'), boxIn(view, inside, 'iloc')];
  if (!items || !places) return null;
  const item = exifItem(view, items);
  const at = item === null ? null : placeOf(view, places, item);
  if (at === null) return null;
  const tiff = at + 4 + view.getUint32(at);
  return new DataView(view.buffer, view.byteOffset + tiff, view.byteLength - tiff);
}
