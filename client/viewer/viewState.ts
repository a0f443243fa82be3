import { type Signal, signal } from '@preact/signals';
import type { Feature } from './features.ts';

export const STANDARD_VIEWS = ['front', 'back', 'left', 'right', 'top', 'bottom', 'iso'] as const;
export type StandardView = (typeof STANDARD_VIEWS)[number];

/** `own`: as the file says, else by material. */
export const COLOURINGS = ['own', 'part', 'material', 'module', 'licence'] as const;
export type ColourBy = (typeof COLOURINGS)[number];

/** A plane across an axis of the whole, by a share of its length; what lies beyond it (or before it, flipped) is cut away. */
export interface Section {
  axis: 'x' | 'y' | 'z';
  at: number;
  flipped: boolean;
}

export interface Explosion {
  /** 0: together; 1: all apart. */
  amount: number;
  by: 'level' | 'step';
}

/** What a person sees of a model and has chosen in it. Ids are those of the model's nodes; a node stands for all below it. */
export interface ViewState {
  selected: Signal<readonly string[]>;
  hovered: Signal<string | null>;
  hidden: Signal<readonly string[]>;
  ghosted: Signal<readonly string[]>;
  /** Null: everything; else these alone. */
  isolated: Signal<readonly string[] | null>;
  explosion: Signal<Explosion>;
  section: Signal<Section | null>;
  orthographic: Signal<boolean>;
  edges: Signal<boolean>;
  colourBy: Signal<ColourBy>;
  dimensions: Signal<boolean>;
  measuring: Signal<boolean>;
  /** Two at most: the second is measured from the first. */
  measured: Signal<readonly Feature[]>;
}

/** The state of one view: made by the page, so that its lists can follow before anything is drawn. */
export function viewState(): ViewState {
  return {
    selected: signal([]),
    hovered: signal(null),
    hidden: signal([]),
    ghosted: signal([]),
    isolated: signal(null),
    explosion: signal({ amount: 0, by: 'level' }),
    section: signal(null),
    orthographic: signal(false),
    edges: signal(true),
    colourBy: signal('own'),
    dimensions: signal(false),
    measuring: signal(false),
    measured: signal([]),
  };
}
