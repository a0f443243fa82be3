import type { Projection } from '../views/projection.ts';
import { onBeginnings, onBuilds, onMachines } from './projectionBeginnings.ts';
import { onFittings } from './projectionFittings.ts';
import { onDescriptions, onLives } from './projectionLives.ts';
import { itemAnswers, itemBuilds, itemFittings, itemModifications, itemPlaces, items } from './tables.ts';

/** Things: where each is, in what, whose and what became of it, at every moment. */
export const itemsProjection: Projection = {
  name: 'items',
  source: import.meta.url,
  furtherSources: [
    './bareRows.ts',
    './machineThings.ts',
    './placing.ts',
    './projectionBeginnings.ts',
    './projectionFittings.ts',
    './projectionLives.ts',
    './tables.ts',
    '../../shared/items/containment.ts',
  ].map((file) => new URL(file, import.meta.url).href),
  tables: [items, itemFittings, itemPlaces, itemAnswers, itemBuilds, itemModifications],
  on: {
    ...onMachines,
    ...onBuilds,
    ...onBeginnings,
    ...onFittings,
    ...onLives,
    ...onDescriptions,
  },
};
