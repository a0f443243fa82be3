/** Colours of one group that a 3MF reader is asked to keep apart, at most. */
const MOST_COLOURS = 65_536;

/** The colours of a mesh's corners, each once, and which of them each corner has. */
export interface CornerColours {
  /** `#RRGGBB`. */
  colours: string[];
  ofCorner: Uint32Array;
}

/** @param colours red, green and blue of each corner, 0 to 255; of too many different ones those that look alike become one. */
export function cornerColours(colours: Uint8Array): CornerColours {
  return gathered(colours, 0xff) ?? gathered(colours, 0xf8) ?? { colours: [], ofCorner: new Uint32Array() };
}

/** @returns null where there are too many. */
function gathered(colours: Uint8Array, mask: number): CornerColours | null {
  const known = new Map<number, number>();
  const ofCorner = new Uint32Array(Math.floor(colours.length / 3));
  for (let corner = 0; corner < ofCorner.length; corner += 1) {
    const at = corner * 3;
    const [red = 0, green = 0, blue = 0] = [colours[at], colours[at + 1], colours[at + 2]];
    const colour = ((red & mask) << 16) | ((green & mask) << 8) | (blue & mask);
    const number = known.get(colour) ?? known.size;
    if (number === known.size) known.set(colour, number);
    if (number >= MOST_COLOURS) return null;
    ofCorner[corner] = number;
  }
  const told = [...known.keys()].map((colour) => `#${colour.toString(16).padStart(6, '0').toUpperCase()}`);
  return { colours: told, ofCorner };
}
