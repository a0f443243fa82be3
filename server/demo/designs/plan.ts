import type {
  DesignCategory,
  DocumentationReadiness,
  TechnologyReadiness,
} from '../../../shared/designs/content.ts';
import type { DesignInterface } from '../../../shared/designs/interfaces.ts';
import type { PartSource } from '../../../shared/designs/partLines.ts';
import type { QuantityUnit } from '../../../shared/designs/units.ts';
import type { MachineKind } from '../../../shared/machines/words.ts';
import type { Solid } from './drawing.ts';
import type { MachineModel } from './models/builder.ts';

// How a design of the demo region is written down. Designs, people and workshops are named by short words.

/** One line; its word is its id through all revisions and forks. */
export interface LinePlan {
  name: string;
  quantity: number;
  unit?: QuantityUnit;
  source?: PartSource;
  specification?: string;
  material?: string;
  /** Kilograms of one unit. */
  mass?: number;
  /** Of one unit, in US dollars. */
  price?: number;
  tracked?: boolean;
  /** The word of another design, published before. */
  of?: string;
  /** Millimetres. */
  cut?: { stock: string; length: number; kerf?: number };
  machines?: readonly MachineKind[];
  alternatives?: readonly { name: string; note?: string }[];
  /** The word of the line that it goes into. */
  in?: string;
  note?: string;
}

export interface StepPlan {
  title: string;
  text: string;
  /** Words of lines. */
  parts?: readonly string[];
  tools?: readonly string[];
  machines?: readonly MachineKind[];
  competences?: readonly string[];
  minutes?: number;
}

/** Leaves a union's members apart. */
type Without<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

export interface DesignPlan {
  title: string;
  purpose: string;
  category: DesignCategory;
  licence: string;
  author: string;
  /** The word of its home. */
  home: string;
  daysAgo: number;
  tags: readonly string[];
  technology: TechnologyReadiness;
  documentation: DocumentationReadiness;
  story: string;
  safety: string;
  parameters?: Readonly<Record<string, string>>;
  lines: Readonly<Record<string, LinePlan>>;
  steps: Readonly<Record<string, StepPlan>>;
  interfaces?: Readonly<Record<string, Without<DesignInterface, 'id'>>>;
  /** Modules of the construction set, and how many. */
  modules?: Readonly<Record<string, number>>;
  /** What its model is made of; the lines of its parts follow from it and are known by `m-…`. */
  model?: MachineModel;
  /** Of one of those lines, by its id; US dollars. */
  prices?: Readonly<Record<string, number>>;
  /** Of designs without a model. */
  drawing?: readonly Solid[];
}
