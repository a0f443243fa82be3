import { DxfWriter, LWPolylineFlags, point2d, point3d, Units } from '@tarikjabiri/dxf';
import { areaOf, type Curve } from './curves.ts';
import { freeSpot } from './freeSpot.ts';
import type { Sheet } from './sheets.ts';

/** AutoCAD colour numbers: red is cut, blue is only scribed. */
const RED = 1;
const BLUE = 5;
const CUT = { layerName: 'CUT' };
const MARK = { layerName: 'MARK' };

function draw(dxf: DxfWriter, curve: Curve, layer: { layerName: string }): void {
  if (curve.kind === 'circle') {
    dxf.addCircle(point3d(...curve.middle), curve.radius, layer);
    return;
  }
  dxf.addLWPolyline(
    curve.corners.map(({ at, bulge }) => ({ point: point2d(...at), ...(bulge === 0 ? {} : { bulge }) })),
    { ...layer, flags: LWPolylineFlags.Closed },
  );
}

/** Heights of letters that are tried, millimetres; a torch scribes none smaller than the last. */
const SIZES = [10, 8, 6, 5, 4, 3, 2] as const;
const LINE = 1.5;
/** A letter is so much as wide as high. */
const WIDE = 0.75;

/** Where the lines of text have room on the material, as large as may be; the foot of the sheet where nowhere. */
function lettering(sheet: Sheet, lines: readonly string[]): { at: readonly [number, number]; size: number } {
  const longest = Math.max(1, ...lines.map((each) => each.length));
  for (const size of SIZES) {
    const at = freeSpot(sheet, longest * size * WIDE, lines.length * size * LINE);
    if (at) return { at, size };
  }
  const points =
    sheet.outline.kind === 'circle' ? [sheet.outline.middle] : sheet.outline.corners.map(({ at }) => at);
  const low =
    Math.min(...points.map(([, y]) => y)) - (sheet.outline.kind === 'circle' ? sheet.outline.radius : 0);
  // Beside the part rather than across its openings.
  return { at: [Math.min(...points.map(([x]) => x)), low - lines.length * 3 * LINE], size: 3 };
}

/** Drawings in plain letters, as old controllers of tables want them. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll('×', 'x')
    .replaceAll(/[^\x20-\x7e]/g, '');

/**
 * A drawing at 1:1 in millimetres: outline and openings as true lines, arcs and circles on the layer CUT; on MARK what
 * does not go through, and the lines of text where they have room on the material.
 */
export function sheetDxf(sheet: Sheet, lines: readonly string[]): string {
  const dxf = new DxfWriter();
  dxf.setUnits(Units.Millimeters);
  dxf.setVariable('$MEASUREMENT', { 70: 1 });
  dxf.addLayer(CUT.layerName, RED);
  dxf.addLayer(MARK.layerName, BLUE);
  for (const curve of [sheet.outline, ...sheet.openings]) draw(dxf, curve, CUT);
  for (const { curve } of sheet.pockets) draw(dxf, curve, MARK);
  const { at, size } = lettering(sheet, lines);
  for (const [n, words] of lines.entries()) {
    const y = at[1] + (lines.length - 1 - n) * size * LINE + 0.25 * size;
    dxf.addText(point3d(at[0], y), size, plain(words), MARK);
  }
  return dxf.stringify();
}

/** Square millimetres of the finished sheet. */
export const areaOfSheet = ({ outline, openings }: Sheet): number =>
  areaOf(outline) - openings.reduce((sum, opening) => sum + areaOf(opening), 0);
