import type { ReadLimits } from '../limits.ts';
import type { Beside } from './beside.ts';
import { refused } from './findings.ts';
import { formatByName, type ModelFormat } from './recognise.ts';
import { Zip } from './threeMf/zip.ts';

export interface ZippedModel {
  bytes: Uint8Array;
  /** Called as the archive, which is what people see, with the ending of the file in it. */
  name: string;
  beside: Beside;
}

/** What is looked at where an archive has several kinds: a part's solid before its mesh, a model before a drawing. */
const RANK: readonly ModelFormat[] = [
  'step',
  'iges',
  'brep',
  '3mf',
  'gltf',
  'obj',
  'ply',
  'stl',
  'dxf',
  'svg',
];
/** Programs of one make leave copies for themselves. */
const NO_MODEL = /(^|\/)(__macosx|\.[^/]*)(\/|$)/;

/**
 * The one model in an archive of files, with whatever came along with it. Null: it is a package of its own format
 * (3MF), or has no model in it.
 * @throws {CannotBeRead} where it has several: nobody knows which one is meant.
 */
export function modelInZip(bytes: Uint8Array, name: string, limits: ReadLimits): ZippedModel | null {
  const zip = new Zip(bytes, limits.unpackedBytes);
  if (zip.names.some((path) => path.endsWith('.model'))) return null;
  const ranked = zip.names
    .filter((path) => !NO_MODEL.test(path))
    .flatMap((path) => {
      const format = formatByName(path);
      return format ? [{ path, rank: RANK.indexOf(format) }] : [];
    })
    .toSorted((one, other) => one.rank - other.rank);
  const best = ranked.filter(({ rank }) => rank === ranked[0]?.rank).map(({ path }) => path);
  const [path] = best;
  if (path === undefined) return null;
  if (best.length > 1)
    throw refused('severalInZip', { count: best.length, names: best.slice(0, 5).join(', ').slice(0, 200) });
  const title = name.replace(/^.*[\\/]/, '').replace(/\.[^.]{1,8}$/, '') || 'Model';
  return {
    bytes: wholeOf(zip, path),
    name: `${title}${/\.[^.]*$/.exec(path)?.[0] ?? ''}`,
    beside: besideIn(zip, path),
  };
}

/** By its path from the model's own folder; else whatever bears that name, as programs write paths of their own disk. */
function besideIn(zip: Zip, path: string): Beside {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const byLastName = new Map<string, string>();
  for (const each of zip.names) {
    const last = each.slice(each.lastIndexOf('/') + 1);
    if (!byLastName.has(last)) byLastName.set(last, each);
  }
  return (wanted) => {
    const last = wanted.replace(/^.*[\\/]/, '').toLowerCase();
    const near = `${folder}${wanted}`;
    const found = zip.has(near) ? near : byLastName.get(last);
    return found === undefined ? null : wholeOf(zip, found);
  };
}

function wholeOf(zip: Zip, path: string): Uint8Array {
  const pieces: Uint8Array[] = [];
  zip.read(path, (piece) => pieces.push(piece));
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
