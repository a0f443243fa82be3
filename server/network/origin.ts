import type { ThingOrigin } from '../../shared/network/graphViews.ts';
import { instant } from '../designs/naming.ts';
import type { ViewsReader } from '../views/reader.ts';
import { buildById } from './builds.ts';
import { namedWorkshopOf, networkThingOf, thingsById } from './nodes.ts';
import { networkThings } from './tables.ts';

/** Machines that are named; a build seldom uses more. */
const MOST_MACHINES = 12;
const MACHINES = `select distinct machineId from networkBuildUses where buildId = ? limit ${MOST_MACHINES}`;

/** Where and with which machines a thing was made; null where nobody made it here. */
export function originOf(views: ViewsReader, itemId: string): ThingOrigin['made'] {
  const thing = views.byKey(networkThings, itemId);
  if (thing?.how !== 'made' || thing.madeBy === null) return null;
  const build = buildById(views, thing.madeBy);
  if (!build) return null;
  const { buildId, name, workshopId } = build;
  const machines = views.ask({ machineId: 'text' }, MACHINES, buildId).map(({ machineId }) => machineId);
  return {
    build: { buildId, name },
    workshop: namedWorkshopOf(views, workshopId),
    at: thing.beganAt === null ? null : instant(thing.beganAt),
    with: thingsById(views, machines)
      .map((machine) => networkThingOf(views, machine))
      .map(({ itemId: id, name: called }) => ({ itemId: id, name: called }))
      .toSorted((one, other) => one.name.localeCompare(other.name)),
  };
}
