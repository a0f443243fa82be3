import type { Repair } from '../../../shared/models/check/repairModel.ts';

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

const repairs: Record<Repair, string> = {
  mergeCorners: 'Join corners that nearly meet',
  dropTriangles: 'Remove doubled triangles',
  closeHoles: 'Close flat holes',
  turnTriangles: 'Turn all faces outwards',
  joinShells: 'Join overlapping bodies',
};

const done: Record<Repair, (count: number) => string> = {
  mergeCorners: (count) => `${many(count, 'corner', 'corners')} joined`,
  dropTriangles: (count) => `${many(count, 'triangle', 'triangles')} removed`,
  closeHoles: (count) => `${many(count, 'hole', 'holes')} closed`,
  turnTriangles: (count) => `${many(count, 'triangle', 'triangles')} turned`,
  joinShells: (count) => `${many(count, 'body', 'bodies')} joined with others`,
};

/** What a model is told about before it is used. */
export const modelChecks = {
  title: 'What this model is like',
  sound: 'Every part is closed, looks outwards and does not run through itself.',
  notSound: (parts: number) => `${many(parts, 'part has', 'parts have')} something wrong.`,
  part: 'Part',
  closed: 'Closed: it encloses a volume.',
  openEdges: (count: number) =>
    `Open: ${many(count, 'edge has', 'edges have')} a face on one side only. It has no volume.`,
  crowdedEdges: (count: number) => `${many(count, 'edge is', 'edges are')} shared by more than two faces.`,
  againstEdges: (count: number) =>
    `${many(count, 'edge', 'edges')} between faces that look to different sides.`,
  inverted: (count: number) => `Inside out: ${many(count, 'body looks', 'bodies look')} inwards.`,
  selfIntersecting: (pairs: number) => `It runs through itself in ${many(pairs, 'place', 'places')}.`,
  selfIntersectionsUnknown: 'It is too large to look for all places where it runs through itself.',
  repeated: (count: number) => `${many(count, 'triangle is', 'triangles are')} there twice.`,
  withoutArea: (count: number) => `${many(count, 'triangle has', 'triangles have')} no area.`,
  notSolid: 'It cannot be cut, joined or measured as a solid.',
  triangles: 'Triangles',
  shells: 'Bodies',
  box: 'Outer size',
  volume: 'Volume',
  mass: 'Mass',
  noMaterial: 'Say what it is made of to see its mass.',
  unit: 'Unit',
  unitAsk: 'Which is right?',
  repairTitle: 'Repair',
  repairNone: 'Nothing here can be repaired by the program. Correct it where it was drawn.',
  repairs,
  repair: 'Repair it',
  done,
  nothingDone: 'Nothing was changed: these repairs do not help here.',
  before: 'Before',
  after: 'After',
  keepRepaired: 'Use the repaired one',
  compare: {
    title: 'Volume between the two',
    added: 'Added',
    removed: 'Removed',
    same: (count: number) => many(count, 'part stands where it stood.', 'parts stand where they stood.'),
    nothing: 'The shapes are the same.',
    notSolid: (name: string, times: number) =>
      `${name}${times > 1 ? ` (${times} times)` : ''} is not closed: no volume can be told.`,
    tooLarge: 'Too much is different to cut it all: only sizes and counts are compared.',
    outOfTime: 'It took too long: not all of it is compared.',
    withoutMaterial: 'Where no material is told, no mass is counted.',
  },
};
