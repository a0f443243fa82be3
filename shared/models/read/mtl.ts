import { ByteText, nameFrom } from './byteText.ts';
import { packedColour } from './faceColours.ts';
import type { Findings } from './findings.ts';

const MOST_MATERIALS = 10_000;

/** Colours (`Kd`) by the names of an MTL file's materials; its pictures are told, not shown. */
export function coloursOfMaterials(bytes: Uint8Array, findings: Findings): Map<string, number> {
  const text = new ByteText(bytes);
  const colours = new Map<string, number>();
  let name = '';
  for (; !text.ended && colours.size < MOST_MATERIALS; text.nextLine()) {
    if (!text.skipBlanks()) continue;
    const word = text.word(20);
    text.skipBlanks();
    if (word === 'newmtl') name = nameFrom(text.restOfLine(200), 200);
    else if (word === 'map_Kd') findings.tell({ kind: 'texturesNotShown', said: {} });
    else if (word === 'Kd') {
      const channels = [0, 1, 2].map(() => (text.skipBlanks() ? text.number() * 255 : Number.NaN));
      const [red = 0, green = 0, blue = 0] = channels;
      // Some say a spectrum, or the name of one.
      if (channels.every(Number.isFinite)) colours.set(name, packedColour(red, green, blue));
    }
  }
  return colours;
}
