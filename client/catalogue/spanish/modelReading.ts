import type { modelReading as english } from '../english/modelReading.ts';

const number = (value: number) => value.toLocaleString('es');
const megabytes = (bytes: number) => `${number(Math.round(bytes / 1e5) / 10)} MB`;
const count = (value: number, one: string, many: string) => `${number(value)} ${value === 1 ? one : many}`;

const findings: typeof english.findings = {
  notFinite: ({ triangles }) =>
    `${count(triangles, 'triángulo tiene', 'triángulos tienen')} vértices que no son números o son demasiado grandes: se omiten.`,
  withoutArea: ({ triangles }) =>
    `${count(triangles, 'triángulo no tiene', 'triángulos no tienen')} superficie: se omiten.`,
  outOfRange: ({ triangles }) =>
    `${count(triangles, 'triángulo nombra', 'triángulos nombran')} vértices que no están en el archivo: se omiten.`,
  cutShort: ({ announced, found }) =>
    announced > 0
      ? `El archivo está cortado: anuncia ${number(announced)} y contiene ${number(found)}. Ves lo que hay.`
      : `El archivo está cortado después de ${number(found)}. Ves lo que hay.`,
  leftOver: ({ bytes }) => `Detrás del modelo hay ${count(bytes, 'byte', 'bytes')} que no pertenecen a nada.`,
  commaDecimals: () => 'Sus números llevan comas en lugar de puntos. Se leyeron como decimales.',
  nearCornersMerged: ({ corners }) =>
    `${count(corners, 'vértice estaba', 'vértices estaban')} a un pelo de otro y se ${corners === 1 ? 'unió' : 'unieron'} con él.`,
  pointsAndLines: ({ count: found }) =>
    `${count(found, 'punto o línea no se muestra', 'puntos o líneas no se muestran')}: solo las superficies.`,
  materialsElsewhere: ({ file }) => `Sus colores están en otro archivo (${file}) y no se muestran.`,
  texturesNotShown: () => 'No se muestran las imágenes de sus superficies.',
  movementNotShown: () => 'Se mueve o tiene otras posturas: lo ves en reposo.',
  extensionNotRead: ({ name }) => `Usa «${name}», que aquí no se lee: algo puede verse distinto.`,
  supportLeftOut: ({ objects }) =>
    `Se ${objects === 1 ? 'omitió' : 'omitieron'} ${count(objects, 'soporte de impresión', 'soportes de impresión')}.`,
  emptyObjects: ({ objects }) =>
    `${count(objects, 'objeto no tiene', 'objetos no tienen')} nada que se pueda mostrar.`,
  latticeNotShown: ({ beams }) => `Su celosía de ${count(beams, 'barra', 'barras')} no se muestra.`,
  treeUnmatched: ({ solids, expected }) =>
    `Contiene ${count(solids, 'sólido', 'sólidos')} y su lista de productos nombra ${number(expected)}: pueden faltar nombres.`,
  stripped: ({ elements }) =>
    `Se ${elements === 1 ? 'quitó' : 'quitaron'} del dibujo ${count(elements, 'guion, imagen o enlace', 'guiones, imágenes o enlaces')}.`,
  notDrawn: ({ kinds, count: found }) =>
    `${count(found, 'elemento no se dibuja', 'elementos no se dibujan')} aquí: ${kinds}.`,
};

const refusals: typeof english.refusals = {
  empty: () => 'El archivo está vacío.',
  notRecognised: ({ name }) =>
    `«${name}» no tiene un formato que se lea aquí. Guárdalo como STEP, STL, 3MF, glTF, OBJ, PLY, DXF o SVG.`,
  otherProgram: ({ extension }) =>
    `Los archivos «.${extension}» son de un solo programa. Expórtalo allí como STEP (sólidos) o 3MF (mallas).`,
  tooManyBytes: ({ bytes, most }) =>
    `El archivo tiene ${megabytes(bytes)}; se leen como mucho ${megabytes(most)}.`,
  tooManyTriangles: ({ triangles, most }) =>
    `Tiene ${number(triangles)} triángulos; se muestran como mucho ${number(most)}. Expórtalo con menos detalle.`,
  tooManyEntities: ({ most }) =>
    `Está hecho de más de ${number(most)} elementos: demasiados para leerlos aquí.`,
  tooManyOccurrences: ({ most }) =>
    `Sus piezas están en más de ${number(most)} lugares: demasiados para mostrarlos.`,
  tooMuchMemory: ({ most }) =>
    `Necesitaría más memoria que ${megabytes(most)}. Expórtalo con menos detalle o por partes.`,
  tooDeep: ({ most }) => `Tiene más de ${number(most)} niveles, uno dentro de otro.`,
  circular: ({ name }) => `Se dice que «${name}» es parte de sí mismo.`,
  cutShort: ({ announced, found }) =>
    `El archivo está cortado: anuncia ${number(announced)} y contiene ${number(found)}. Cópialo o descárgalo de nuevo.`,
  noTriangles: () => 'No hay en él ninguna superficie que se pueda mostrar.',
  pointsOnly: ({ points }) => `Es una nube de ${number(points)} puntos sin superficies.`,
  badHeader: ({ line }) => `La línea ${number(line)} no es lo que este formato tiene allí.`,
  badXml: ({ line, what }) => `Su XML está dañado en la línea ${number(line)}: ${what}`,
  hasEntities: () =>
    'Define entidades propias, que se rechazan por seguridad. Guárdalo de nuevo desde su programa.',
  badZip: () => 'Es un archivo comprimido dañado. Cópialo o descárgalo de nuevo.',
  lockedZip: () => 'Está cerrado con una contraseña.',
  zipBomb: ({ most }) => `Descomprimido tendría más de ${megabytes(most)}.`,
  notInZip: ({ name }) => `Falta «${name}» en el archivo comprimido: no es un modelo 3MF.`,
  severalInZip: ({ count: models, names }) =>
    `El archivo comprimido contiene ${number(models)} modelos (${names}). Saca el que quieras.`,
  outsideFile: ({ name }) => `Una parte está en otro archivo (${name}). Expórtalo como un solo archivo.`,
  compressed: ({ name }) => `Está comprimido (${name}), y eso no se lee aquí. Expórtalo sin compresión.`,
  version: ({ version }) => `Es de la versión ${version}, que aquí no se lee.`,
  badJson: ({ what }) => `Su descripción está dañada: ${what}`,
  badReference: ({ what, number: index }) => `Se refiere a ${what} ${index}, que no está.`,
  solidsUnreadable: ({ format }) =>
    `No se pueden leer los sólidos de este archivo ${format}. Puede estar cortado o dañado.`,
  onlyMeshes: () =>
    'Sus formas son triángulos en vez de sólidos, algo raro en archivos STEP. Expórtalo como 3MF o STL.',
  noSolidReader: ({ format }) => `Los archivos ${format.toUpperCase()} no se pueden leer en este lugar.`,
  binaryDrawing: () => 'Es un DXF binario. Guárdalo como DXF ASCII.',
  nothingDrawn: ({ kinds }) =>
    kinds === ''
      ? 'No hay ninguna línea en el dibujo.'
      : `No hay ninguna línea en el dibujo, solo: ${kinds}.`,
  takenForText: () =>
    'En el camino se tomó por texto y se perdieron sus números. Cópialo o expórtalo de nuevo, como archivo.',
};

const troubles: typeof english.troubles = {
  outOfTime:
    'La lectura tardó demasiado y se abandonó. Quizá el archivo sea demasiado grande para este aparato.',
  outOfMemory: 'La memoria de este aparato no basta para el archivo.',
  unexpected: 'No se pudo leer el archivo. Avísanos, por favor, con el archivo.',
  ended: 'La lectura se abandonó.',
};

const units: typeof english.units = {
  given: 'Lo dijiste tú.',
  inFile: 'Lo dice el archivo.',
  converted: 'La unidad en que está escrito el archivo se pasó a milímetros.',
  format: 'Lo dice el formato.',
  comment: 'Lo dice una nota del archivo.',
  usual: 'El archivo no lo dice; es lo habitual.',
  small: 'El archivo no lo dice. De otro modo sería menor que un milímetro.',
  large: 'El archivo no lo dice. En milímetros mide más de diez metros.',
};

const writtenIn: typeof english.writtenIn = (unit) =>
  `El archivo dice que su unidad es ${unit}: se pasó a milímetros.`;

/** Lo que se dice de un archivo que se leyó, o que no se pudo leer. */
export const modelReading: typeof english = { findings, refusals, troubles, units, writtenIn };
