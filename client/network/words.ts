import type { NetworkNode } from '../../shared/network/graphViews.ts';
import { t } from '../catalogue/buildTexts.ts';
import { duration } from '../time.ts';

const words = t.network;

/** Before all generations stands what came from outside of the network. */
export const OUTSIDE = -1;

/** The column of the drawing in which a thing stands: that of its generation, if it was made here. */
export const bandOf = ({ buildId, generation }: Pick<NetworkNode, 'buildId' | 'generation'>): number =>
  buildId === null ? OUTSIDE : generation;

export const bandTitle = (band: number): string =>
  band === OUTSIDE ? words.bands.outside : words.bands.generation(band);

export function bandLine(band: number): string {
  if (band === OUTSIDE) return words.bands.outsideLine;
  return band === 0 ? words.bands.first : words.bands.later(band - 1);
}

/** Its number and what became of it, where its name does not say that: `No. 1 · scrapped`. */
export function aboutNode({ name, serial, ended, beingMade }: NetworkNode): string {
  const state = ended ? words.gone[ended] : beingMade ? words.beingMade : '';
  const number = serial !== null && !name.endsWith(serial) ? t.things.label.serial(serial) : '';
  return [number, state].filter(Boolean).join(' · ');
}

/** `No. 1 · Hilltop Workshop` */
export const aboutAndWhere = (node: NetworkNode): string =>
  [aboutNode(node), node.workshop?.name].filter(Boolean).join(' · ');

/** `CEB press No. 2, Riverside`: so that two of a name can be told apart. */
export const nodeInWords = (node: NetworkNode): string =>
  [node.name, aboutNode(node), node.workshop?.name].filter(Boolean).join(', ');

/** `3 h 20 min`; empty where nobody knows. */
export const ranInWords = (minutes: number | null): string =>
  minutes === null || minutes < 0.5 ? '' : duration(Math.round(minutes));
