import type { MomentEntry } from '../../shared/network/momentViews.ts';
import type { Shade } from '../viewer/colours.ts';

/** What the colours tell. */
export const HISTORY_COLOURINGS = ['provenance', 'lives'] as const;
export type HistoryColouring = (typeof HISTORY_COLOURINGS)[number];

/** Each kind of part under a colouring, in the order of the legend; the last is what nobody knows. */
export const LOOKS = {
  provenance: ['new', 'made', 'recovered', 'unknown'],
  lives: ['first', 'second', 'third', 'more', 'unknown'],
} as const satisfies Record<HistoryColouring, readonly string[]>;
export type Look = (typeof LOOKS)[HistoryColouring][number];

/** Told apart in lightness as much as in hue; none of them is a sign of danger. */
const COLOURS: Record<Shade, Record<Look, string>> = {
  light: {
    new: '#a9c7de',
    made: '#7f9f5e',
    recovered: '#d08c1f',
    unknown: '#d3d5d0',
    first: '#dbe4e6',
    second: '#e2bf6f',
    third: '#c07a2a',
    more: '#7d4416',
  },
  dark: {
    new: '#5f8bb0',
    made: '#9bc474',
    recovered: '#e8a83c',
    unknown: '#6d767b',
    first: '#55626a',
    second: '#8a6a2c',
    third: '#c98f3a',
    more: '#f3cf85',
  },
};

export const colourOfLook = (look: Look, shade: Shade): string => COLOURS[shade][look];

/** Red, green and blue, 0 to 255, of each look of a colouring, one after the other. */
export function bytesOfLooks(by: HistoryColouring, shade: Shade): Uint8Array {
  return Uint8Array.from(
    LOOKS[by].flatMap((look) => {
      const hex = colourOfLook(look, shade);
      return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    }),
  );
}

/** What one does not know is the last look of each colouring. */
export const unknownLook = (by: HistoryColouring): number => LOOKS[by].length - 1;

/** The number of an entry's look. A life that began with nothing known of it is one all the same. */
export function lookNumber(
  { provenance, lives }: Pick<MomentEntry, 'provenance' | 'lives'>,
  by: HistoryColouring,
): number {
  if (by === 'provenance') return LOOKS.provenance.indexOf(provenance);
  return Math.min(Math.max(lives, 1), 4) - 1;
}
