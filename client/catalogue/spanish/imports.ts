import type { WorkshopCatalogue } from '../workshopTexts.ts';

export const imports: WorkshopCatalogue['imports'] = {
  title: 'Importar una tabla',
  line: 'Personas, competencias, máquinas o herramientas de una hoja de cálculo. No se escribe nada antes de que hayas visto cada fila.',
  open: 'Importar una tabla',
  openLine: 'Muchas personas, máquinas o herramientas a la vez, de una hoja de cálculo.',
  what: 'De qué trata la tabla',
  tables: {
    competences: 'Competencias',
    members: 'Personas',
    machines: 'Máquinas',
    tools: 'Herramientas',
  },
  order: 'Primero las competencias: las otras tablas las nombran.',
  columns: (names) => `Columnas: ${names}. Solo hace falta el nombre.`,
  template: 'Una tabla para rellenar',
  file: 'Un archivo CSV',
  fileHint: 'Guárdalo como CSV desde tu hoja de cálculo.',
  drop: 'Suelta el archivo aquí',
  paste: 'O pega las filas',
  pasteHint: 'Con sus encabezados en la primera línea.',
  invite: 'Escribir a las personas nuevas con dirección cómo entrar',
  noMail:
    'Este servidor no envía correos. Cada persona recibe de ti un enlace para entrar: en Gente, Gestionar.',
  check: 'Revisar las filas',
  checked: (good, known, bad) =>
    `${good} listas, ${known} ya están, ${bad} con errores. Todavía no se ha escrito nada.`,
  take: (count) => (count === 1 ? 'Importar 1 fila' : `Importar ${count} filas`),
  taken: (good, known, bad) => `${good} importadas, ${known} ya estaban, ${bad} sin importar.`,
  again:
    'Corrige las filas que no se importaron y envía la tabla otra vez: lo que ya está no se crea dos veces.',
  nothing: 'No hay nada que importar.',
  next: {
    competences: 'Después, las personas',
    members: 'Ver a las personas',
    machines: 'Imprimir sus etiquetas',
    tools: 'Imprimir sus etiquetas',
  },
  rows: 'Filas',
  lineNumber: (line) => `Línea ${line}`,
  unknownColumns: (names) => `No se entendieron y se pasaron por alto: ${names}.`,
  outcomes: {
    would: 'Lista',
    done: 'Importada',
    known: 'Ya está',
    partly: 'Importada en parte',
    mistake: 'Sin importar',
  },
  mayNot: 'Las personas responsables del taller importan tablas.',
};
