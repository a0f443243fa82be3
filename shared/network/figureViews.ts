import { z } from 'zod';
import { namedRevision } from '../designs/naming.ts';
import { designId } from '../identifiers.ts';

/**
 * A figure with the share of the data that it rests on: so many of all (things, hours, kilograms, lines) were known.
 * Null: nothing is known that it could be computed from.
 */
export const figure = z.strictObject({
  value: z.number().nullable(),
  restsOn: z.strictObject({ known: z.number(), all: z.number() }),
});
export type Figure = z.infer<typeof figure>;

/** How much of what is measured had been in something before, by the unit in which that is told. */
const measuredRate = z.strictObject({ unit: z.enum(['m', 'kg', 'm2', 'l']), rate: figure });

/**
 * Kilograms of CO2e: of what was made anew, and of what was recovered and so did not have to be. They stand apart and are
 * never netted. Neither ways nor current are in them.
 */
const carbonFigures = z.strictObject({ footprint: figure, avoided: figure });

const whereUsedRow = z.strictObject({
  design: namedRevision,
  /** Things in which one is now, and in which one ever was. */
  now: z.int(),
  ever: z.int(),
});

const commonalityFigures = z.strictObject({
  designs: z.int(),
  components: z.int(),
  /** Degree of commonality index (Collier 1981). */
  dci: figure,
  /** Total constant commonality index (Wacker and Treleven 1986). */
  tcci: figure,
  /** Commonality index (Martin and Ishii). */
  ci: figure,
  /** Percent commonality by sizes, materials and assembly (Kota et al. 2000). */
  pci: figure,
});

/** Answer to `GET /api/network/figures`. */
export const networkFigures = z.strictObject({
  /** How many things of each generation, 0 first; only things that were made in the network. */
  generations: z.array(z.strictObject({ generation: z.int(), things: z.int() })),
  /** Share (0 to 1) of the hours of machines that ran on machines made in the network. */
  toolClosure: figure,
  /** Share of the mass of all that was fitted and consumed which was made or recovered in the network. */
  massClosure: figure,
  /** Share of the pieces that were fitted and consumed which had been in something before. */
  reuseRate: figure,
  reuseMeasured: z.array(measuredRate),
  carbon: carbonFigures,
  /** Material circularity indicator (Ellen MacArthur Foundation and Granta), at least. */
  circularity: figure,
  /** Mean lives of parts that were fitted at least once. */
  meanLives: figure,
  /** How many parts have had so many lives. */
  lives: z.array(z.strictObject({ lives: z.int(), things: z.int() })),
  commonality: commonalityFigures,
  /** Sets of designs each of which was made with, or holds, each other one of its set. */
  circles: z.array(z.array(z.strictObject({ designId, title: z.string() }))),
});
export type NetworkFigures = z.infer<typeof networkFigures>;

/** Answer to `GET /api/designs/{designId}/figures`. */
export const designFigures = z.strictObject({
  /** Things that are one of its revisions. */
  things: z.int(),
  /** Kinds of things in which they are, or were. */
  whereUsed: z.array(whereUsedRow),
  meanLives: figure,
  reuseRate: figure,
  reuseMeasured: z.array(measuredRate),
  toolClosure: figure,
  massClosure: figure,
  highestGeneration: z.int(),
  /** Of one, through its parts and the machines that made it, in each currency in which anything is priced. */
  embodiedCost: z.array(z.strictObject({ currency: z.string(), cost: figure })),
  /** Hours of machines that are spread over what the machine itself ran in its life, of all hours. */
  lifetimes: figure.shape.restsOn,
  /** What owning one saves on each kind of thing that was made with it, against paying for one that is sold. */
  cascadeSaving: z.array(z.strictObject({ design: namedRevision, currency: z.string(), saving: figure })),
  /** Of one, through its parts and the machines that made it. */
  carbon: carbonFigures,
  circularity: figure,
});
export type DesignFigures = z.infer<typeof designFigures>;
