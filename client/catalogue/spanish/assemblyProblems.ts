import type { DesignCatalogue } from '../designTexts.ts';

/** Lo que impide un montaje; las medidas vienen con su unidad. */
export const assemblyProblems: DesignCatalogue['assemblyProblems'] = {
  at: (name, face) => `${name}, ${face}`,
  unknownModule: (name, module) => `${name}: aquí no hay ningún módulo «${module}».`,
  unknownDesign: (name, revision) =>
    `${name}: el diseño del que viene no está aquí, o su revisión ${revision} se retiró.`,
  standsInItself: (name, way) => `${name} estaría dentro de sí mismo: ${way}.`,
  tooMany: (name, most) => `${name}: con ello habría aquí más de ${most} cosas, contando todos los niveles.`,
  unknownParameter: (name, parameter) => `${name} no tiene ningún parámetro «${parameter}».`,
  ofWhole: 'La máquina',
  formula: {
    unreadable: (name, parameter, written, at) =>
      `${name}, ${parameter}: «${written}» no se entiende a partir del carácter ${at}.`,
    unknownName: (name, parameter, written, named) =>
      `${name}, ${parameter}: «${written}» nombra «${named}», que no existe.`,
    notANumber: (name, parameter, written) => `${name}, ${parameter}: «${written}» no da ningún número.`,
    tooLong: (name, parameter) => `${name}, ${parameter}: la fórmula es demasiado larga.`,
    tooMuch: (name, parameter) =>
      `${name}, ${parameter}: aquí hay más fórmulas de las que se pueden calcular. Escribe números en algunas.`,
  },
  circularParameters: (way) => `Estos se refieren unos a otros en círculo: ${way}.`,
  tooSmall: (name, parameter, value, least) =>
    `${name}, ${parameter}: ${value} es demasiado poco; empieza en ${least}.`,
  tooLarge: (name, parameter, value, most) =>
    `${name}, ${parameter}: ${value} es demasiado; termina en ${most}.`,
  noOption: (name, parameter, value, options) =>
    `${name}, ${parameter}: «${value}» no es ninguno de ${options}.`,
  noValue: (name, parameter, value) => `${name}, ${parameter}: ${value} no puede estar ahí.`,
  contradictory: (name, sentence) => `${name}: ${sentence}`,
  unknownInterface: (place) => `${place} ya no existe: deshaz la unión o únelo de nuevo.`,
  itself: (place) => `${place} está unido a la cosa a la que pertenece.`,
  taken: (place) => `${place} está unido dos veces: ahí solo cabe una cosa.`,
  mismatch: (one, other, why) => `${one} no encaja con ${other}: ${why}.`,
  offGrid: (one, other, offset, pitch) =>
    `${other} está a ${offset} a lo largo de ${one}, donde no hay agujero: hay uno cada ${pitch}.`,
  turn: (one, other, turn, step) => `${other} está girado ${turn} sobre ${one}: encaja en pasos de ${step}.`,
  openLoop: (one, other, apart, degrees) =>
    `${one} y ${other} no se encuentran: los separan ${apart} y ${degrees}.`,
  unmated: (place, what) => `${place} no está conectado: necesita ${what}.`,
  unmatedNeeds: { hydraulicPort: 'una manguera', electric: 'corriente', shaft: 'un eje' },
  shortage: {
    flow: (needed, offered) => `Falta aceite: ${needed}, ${offered}.`,
    pressure: (needed, offered) => `Falta presión: ${needed}, ${offered}.`,
    power: (needed, offered) => `Falta potencia: ${needed}, ${offered}.`,
  },
  gives: (names, count, amount) => (count === 1 ? `${names} da ${amount}` : `${names} dan ${amount}`),
  needs: (names, count, amount) =>
    count === 1 ? `${names} necesita ${amount}` : `${names} necesitan ${amount}`,
  nobodyGives: 'nada la da',
  interference: (one, other, volume) => `${one} y ${other} se meten uno en otro ${volume}.`,
  against: (what, one, other) => `${what} ${one} frente a ${other}`,
  bothOffer: 'los dos ofrecen y ninguno necesita',
  bothNeed: 'los dos necesitan y ninguno ofrece',
  ownThing: 'pertenece a la misma cosa',
  already: (name) => `ya está unido a ${name}`,
  measures: {
    outer: 'medida exterior',
    wall: 'pared',
    pitch: 'paso',
    hole: 'agujero',
    rows: 'filas',
    diameter: 'diámetro',
    count: 'número de tornillos',
    keyway: 'chavetero',
    spacing: 'distancia',
    size: 'medida',
    width: 'ancho',
    height: 'alto',
    volts: 'tensión',
    amps: 'corriente',
    flow: 'caudal',
    pressure: 'presión',
  },
};
