import type { Projection } from '../views/projection.ts';
import { buildHandlers } from './projectionBuilds.ts';
import { placeHandlers } from './projectionPlaces.ts';
import { stockHandlers } from './projectionStock.ts';
import { thingHandlers } from './projectionThings.ts';
import { useHandlers } from './projectionUses.ts';
import {
  networkAnswers,
  networkBuilds,
  networkBuildUses,
  networkConsumptions,
  networkFittings,
  networkLinks,
  networkLots,
  networkMaterials,
  networkMeetings,
  networkMistakes,
  networkMoments,
  networkSessions,
  networkTakes,
  networkThings,
  networkUses,
  networkVersions,
} from './tables.ts';

/** Who made what with what: things, what they are in, the builds and machines that made them, and whence they came. */
export const networkProjection: Projection = {
  name: 'network',
  source: import.meta.url,
  furtherSources: [
    './projectionThings.ts',
    './projectionPlaces.ts',
    './projectionBuilds.ts',
    './projectionUses.ts',
    './projectionStock.ts',
    './linking.ts',
    './provenances.ts',
    './tables.ts',
    './containing.ts',
    '../../shared/reuse/provenance.ts',
    '../../shared/items/containment.ts',
  ].map((file) => new URL(file, import.meta.url).href),
  tables: [
    networkThings,
    networkVersions,
    networkFittings,
    networkLinks,
    networkBuilds,
    networkUses,
    networkSessions,
    networkBuildUses,
    networkMeetings,
    networkMaterials,
    networkLots,
    networkTakes,
    networkConsumptions,
    networkAnswers,
    networkMoments,
    networkMistakes,
  ],
  on: { ...thingHandlers, ...placeHandlers, ...buildHandlers, ...useHandlers, ...stockHandlers },
};
