import { DxfWriter, LWPolylineFlags, point2d, point3d, Units } from '@tarikjabiri/dxf';
import { areaOf, type Curve } from './curves.ts';
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

/** The box around a curve; arcs by the circles that they are of. */
function boxOf(curve: Curve): { left: number; right: number; low: number; high: number } {
  const points =
    curve.kind === 'circle'
      ? [-1, 1].map((way): readonly [number, number] => [
          curve.middle[0] + way * curve.radius,
          curve.middle[1] + way * curve.radius,
        ])
      : curve.corners.map(({ at }) => at);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), low: Math.min(...ys), high: Math.max(...ys) };
}

/** Drawings in plain letters, as old controllers of tables want them. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll('×', 'x')
    .replaceAll(/[^\x20-\x7e]/g, '');

/**
 * A drawing at 1:1 in millimetres: outline and openings as true lines, arcs and circles on the layer CUT; on MARK what
 * does not go through, and the lines of text, small enough to stay on the sheet.
 */
export function sheetDxf(sheet: Sheet, lines: readonly string[]): string {
  const dxf = new DxfWriter();
  dxf.setUnits(Units.Millimeters);
  dxf.setVariable('$MEASUREMENT', { 70: 1 });
  dxf.addLayer(CUT.layerName, RED);
  dxf.addLayer(MARK.layerName, BLUE);
  for (const curve of [sheet.outline, ...sheet.openings]) draw(dxf, curve, CUT);
  for (const { curve } of sheet.pockets) draw(dxf, curve, MARK);
  const { left, right, low, high } = boxOf(sheet.outline);
  const longest = Math.max(1, ...lines.map((line) => line.length));
  // A letter is two thirds as wide as high; a fifth of the sheet is enough.
  const size = Math.min(
    8,
    (0.8 * (right - left)) / (longest * 0.67),
    (0.2 * (high - low)) / (lines.length * 1.5),
  );
  for (const [n, line] of lines.entries()) {
    const y = low + 0.06 * (high - low) + (lines.length - 1 - n) * size * 1.5;
    dxf.addText(point3d(left + 0.1 * (right - left), y), size, plain(line), MARK);
  }
  return dxf.stringify();
}

/** Square millimetres of the finished sheet. */
export const areaOfSheet = ({ outline, openings }: Sheet): number =>
  areaOf(outline) - openings.reduce((sum, opening) => sum + areaOf(opening), 0);
