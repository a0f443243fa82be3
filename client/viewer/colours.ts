import type { Model, ModelPart } from '../../shared/models/model.ts';
import type { ColourBy } from './viewState.ts';

/** Red, green, blue; 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number];

/** A colour and what it stands for; `key` is the material, the module, the licence, the part, of a file its own colour; null: unknown. */
export interface LegendEntry {
  key: string | null;
  colour: Colour;
  /** How many pieces have it. */
  count: number;
}

const fromHex = (hex: string): Colour => [
  Number.parseInt(hex.slice(1, 3), 16) / 255,
  Number.parseInt(hex.slice(3, 5), 16) / 255,
  Number.parseInt(hex.slice(5, 7), 16) / 255,
];

/** Told apart in lightness as much as in hue, so that they hold for those who see few colours. Light paper, then dark. */
const SETS = {
  light: [
    '#8fb3d1',
    '#e0b66a',
    '#9dbb7f',
    '#d79a86',
    '#b9a3cf',
    '#d9d4a2',
    '#7fb5ad',
    '#c4c8cb',
    '#bf8fa5',
    '#8a97a8',
    '#e3cdb8',
    '#a89b6f',
  ],
  dark: [
    '#6f9cc2',
    '#c99a45',
    '#7fa65c',
    '#c07a62',
    '#9b82b8',
    '#b9b274',
    '#5b9c92',
    '#98a0a5',
    '#a86e88',
    '#66758a',
    '#bba489',
    '#86794c',
  ],
} as const;
const UNKNOWN = { light: '#d3d5d0', dark: '#767f84' } as const;
/** As they look on a bench, quietly. */
const MATERIALS = {
  light: {
    steel: '#aebfcd',
    castIron: '#8d979d',
    aluminium: '#dfe3e6',
    petg: '#9dbb7f',
    plywood: '#e2c48f',
    rubber: '#6d7277',
    machine: '#d79a86',
  },
  dark: {
    steel: '#8299ac',
    castIron: '#5f6a71',
    aluminium: '#b4bcc2',
    petg: '#7fa65c',
    plywood: '#c19d60',
    rubber: '#474d52',
    machine: '#b97860',
  },
} as const;

export type Shade = 'light' | 'dark';

export const hexOf = (colour: Colour): string =>
  `#${colour
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

const keyOf = (part: ModelPart, index: number, by: ColourBy): string | null => {
  if (by === 'part') return String(index);
  if (by === 'own' && part.colour) return hexOf(part.colour);
  if (by === 'module') return part.module;
  if (by === 'licence') return part.licence;
  return part.material;
};

/** The colour of each part, and what the colours say: the most frequent first. */
export function coloursOf(
  { parts, occurrences }: Pick<Model, 'parts' | 'occurrences'>,
  by: ColourBy,
  shade: Shade,
): { ofParts: Colour[]; legend: LegendEntry[] } {
  const counts = new Map<string | null, number>();
  for (const { part } of occurrences) {
    const own = parts[part];
    if (!own) continue;
    const key = keyOf(own, part, by);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  // The order of names, and not of counts, gives the colour: it stays when a piece is added.
  const keys = [...counts.keys()].filter((key) => key !== null);
  if (by !== 'part') keys.sort();
  const colourOf = (key: string | null): Colour => {
    if (key === null) return fromHex(UNKNOWN[shade]);
    if (by === 'own' && key.startsWith('#')) return fromHex(key);
    if (by === 'own' || by === 'material') {
      const known = Object.entries(MATERIALS[shade]).find(([name]) => name === key);
      if (known) return fromHex(known[1]);
    }
    const set = SETS[shade];
    return fromHex(set[keys.indexOf(key) % set.length] ?? UNKNOWN[shade]);
  };
  const byKey = new Map([...counts.keys()].map((key) => [key, colourOf(key)]));
  const ofParts = parts.map((part, index) => {
    if (by === 'own' && part.colour) return part.colour;
    return byKey.get(keyOf(part, index, by)) ?? fromHex(UNKNOWN[shade]);
  });
  const legend = [...counts]
    .map(([key, count]) => ({ key, count, colour: byKey.get(key) ?? fromHex(UNKNOWN[shade]) }))
    .sort((one, other) => other.count - one.count);
  return { ofParts, legend };
}
