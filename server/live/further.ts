import { buildById } from '../builds/queries.ts';
import { chainOf, fittingsOf, type Item, itemById, workshopOf } from '../items/queries.ts';
import { likenessesOf } from '../plans/alike.ts';
import { buildsOfStock, stockOf } from '../stock/queries.ts';
import type { ViewsReader } from '../views/reader.ts';

/** What lists may watch beside streams: something of this kind has moved, known before or new. */
export const topics = {
  /** A material, on any shelf. */
  ofMaterial: (materialId: string) => `material-${materialId}`,
  /** A material that is called so, or has such sizes, whatever else is said of it (server/plans/alike.ts). */
  alike: (likeness: string) => `alike-${likeness}`,
  /** A thing of a design, anywhere. */
  ofDesign: (designId: string) => `kind-${designId}`,
  /** A thing that is in a workshop now, alone or in another one. */
  lyingIn: (workshopId: string) => `lying-${workshopId}`,
  /** A thing there that can be taken into something else: recovered, or still in what serves no more. */
  salvageIn: (workshopId: string) => `salvage-${workshopId}`,
  /** What met lines of a build, or is kept for it. */
  metOf: (buildId: string) => `met-${buildId}`,
  /** A build that makes a design or a material, or a part for another build. */
  making: (id: string) => `making-${id}`,
  /** A build in a workshop. */
  buildsIn: (workshopId: string) => `building-${workshopId}`,
};

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ITEM = new RegExp(`^(?:item|machine)-(${UUID})$`);
const BUILD = new RegExp(`^build-(${UUID})$`);
const STOCK = new RegExp(`^stock-(${UUID})-(${UUID})$`);

/** What streams that have moved stand for, as the views know them now; their own names are not among it. */
export function furtherTopics(views: ViewsReader, streams: Iterable<string>): Set<string> {
  const found = new Set<string>();
  for (const stream of streams) {
    const [, itemId] = ITEM.exec(stream) ?? [];
    const [, buildId] = BUILD.exec(stream) ?? [];
    const [, workshopId, materialId] = STOCK.exec(stream) ?? [];
    if (itemId) for (const topic of ofItem(views, itemId)) found.add(topic);
    else if (buildId) for (const topic of ofBuild(views, buildId)) found.add(topic);
    else if (workshopId && materialId) {
      found.add(topics.ofMaterial(materialId));
      const stock = stockOf(views, workshopId, materialId);
      const alike = stock ? likenessesOf(stock.description.name, stock.description.specification) : [];
      for (const one of alike) found.add(topics.alike(one));
      for (const one of buildsOfStock(views, workshopId, materialId)) found.add(topics.metOf(one));
    }
  }
  return found;
}

function ofItem(views: ViewsReader, itemId: string): string[] {
  const item = itemById(views, itemId);
  if (item === null) return [];
  const whole = [item, ...chainOf(views, itemId)];
  const outermost = whole.at(-1) ?? item;
  const workshopId = workshopOf(outermost);
  const found = fittingsOf(views, itemId).flatMap(({ buildId }) =>
    buildId === null ? [] : [topics.metOf(buildId)],
  );
  if (item.buildId !== null) found.push(topics.metOf(item.buildId));
  if (item.of !== null) found.push(topics.ofDesign(item.of.designId));
  // Of what is inside of something, lists still say where it was last by itself.
  found.push(topics.lyingIn(item.workshopId));
  if (workshopId !== null) {
    found.push(topics.lyingIn(workshopId));
    if (item.salvage === 1 || whole.some(servesNoMore)) found.push(topics.salvageIn(workshopId));
  }
  return found;
}

const servesNoMore = ({ status, machine }: Item): boolean => status === 'scrapped' || machine === 'retired';

function ofBuild(views: ViewsReader, buildId: string): string[] {
  const build = buildById(views, buildId);
  if (build === null) return [];
  const { of, product, forBuild, workshopId } = build;
  return [
    topics.buildsIn(workshopId),
    ...[of?.designId, product?.materialId, forBuild?.buildId].flatMap((id) =>
      id ? [topics.making(id)] : [],
    ),
  ];
}
