import type { DesignCatalogue } from '../designTexts.ts';

type ModelChecks = DesignCatalogue['modelChecks'];

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

const repairs: ModelChecks['repairs'] = {
  mergeCorners: 'Unir esquinas que casi se tocan',
  dropTriangles: 'Quitar triángulos duplicados',
  closeHoles: 'Cerrar agujeros planos',
  turnTriangles: 'Volver todas las caras hacia fuera',
  joinShells: 'Unir cuerpos que se solapan',
};

const done: ModelChecks['done'] = {
  mergeCorners: (count) => many(count, 'esquina unida', 'esquinas unidas'),
  dropTriangles: (count) => many(count, 'triángulo quitado', 'triángulos quitados'),
  closeHoles: (count) => many(count, 'agujero cerrado', 'agujeros cerrados'),
  turnTriangles: (count) => many(count, 'triángulo vuelto', 'triángulos vueltos'),
  joinShells: (count) => many(count, 'cuerpo unido a otros', 'cuerpos unidos a otros'),
};

/** Lo que se dice de un modelo antes de usarlo. */
export const modelChecks: ModelChecks = {
  title: 'Cómo es este modelo',
  sound: 'Cada pieza está cerrada, mira hacia fuera y no se atraviesa a sí misma.',
  notSound: (parts) => `${many(parts, 'pieza tiene', 'piezas tienen')} algo mal.`,
  part: 'Pieza',
  closed: 'Cerrada: encierra un volumen.',
  openEdges: (count) =>
    `Abierta: ${many(count, 'arista tiene', 'aristas tienen')} cara en un solo lado. No tiene volumen.`,
  crowdedEdges: (count) => `${many(count, 'arista es', 'aristas son')} de más de dos caras.`,
  againstEdges: (count) => `${many(count, 'arista', 'aristas')} entre caras que miran a lados distintos.`,
  inverted: (count) => `Del revés: ${many(count, 'cuerpo mira', 'cuerpos miran')} hacia dentro.`,
  selfIntersecting: (pairs) => `Se atraviesa a sí misma en ${many(pairs, 'sitio', 'sitios')}.`,
  selfIntersectionsUnknown: 'Es demasiado grande para buscar todos los sitios donde se atraviesa a sí misma.',
  repeated: (count) => `${many(count, 'triángulo está', 'triángulos están')} dos veces.`,
  withoutArea: (count) => `${many(count, 'triángulo no tiene', 'triángulos no tienen')} área.`,
  notSolid: 'No se puede cortar, unir ni medir como sólido.',
  triangles: 'Triángulos',
  shells: 'Cuerpos',
  box: 'Medida exterior',
  volume: 'Volumen',
  mass: 'Masa',
  noMaterial: 'Di de qué está hecha para ver su masa.',
  unit: 'Unidad',
  unitAsk: '¿Cuál es la correcta?',
  repairTitle: 'Reparar',
  repairNone: 'El programa no puede reparar nada de esto. Corrígelo donde se dibujó.',
  repairs,
  repair: 'Repararlo',
  done,
  nothingDone: 'No se cambió nada: estas reparaciones no ayudan aquí.',
  before: 'Antes',
  after: 'Después',
  keepRepaired: 'Usar el reparado',
  compare: {
    title: 'Volumen entre los dos',
    added: 'Añadido',
    removed: 'Quitado',
    same: (count) => `${many(count, 'pieza sigue', 'piezas siguen')} donde estaba.`,
    nothing: 'Las formas son iguales.',
    notSolid: (name, times) =>
      `${name}${times > 1 ? ` (${times} veces)` : ''} no está cerrada: no se puede decir su volumen.`,
    tooLarge: 'Hay demasiadas diferencias para cortarlas todas: solo se comparan medidas y cantidades.',
    outOfTime: 'Tardó demasiado: no se comparó todo.',
    withoutMaterial: 'Donde no se dice el material, no se cuenta la masa.',
  },
};
