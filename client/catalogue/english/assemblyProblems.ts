/** What stands against an assembly; measures come with their units. */
export const assemblyProblems = {
  at: (name: string, face: string) => `${name}, ${face}`,
  unknownModule: (name: string, module: string) => `${name}: there is no module “${module}” here.`,
  unknownDesign: (name: string, revision: string) =>
    `${name}: the design it comes from is not here, or its revision ${revision} was withdrawn.`,
  standsInItself: (name: string, way: string) => `${name} would stand in itself: ${way}.`,
  tooMany: (name: string, most: string) =>
    `${name}: with it more than ${most} things would stand here, through all levels.`,
  unknownParameter: (name: string, parameter: string) => `${name} has no parameter “${parameter}”.`,
  ofWhole: 'The machine',
  formula: {
    unreadable: (name: string, parameter: string, written: string, at: string) =>
      `${name}, ${parameter}: “${written}” cannot be read from character ${at} on.`,
    unknownName: (name: string, parameter: string, written: string, named: string) =>
      `${name}, ${parameter}: “${written}” names “${named}”, which is not there.`,
    notANumber: (name: string, parameter: string, written: string) =>
      `${name}, ${parameter}: “${written}” gives no number.`,
    tooLong: (name: string, parameter: string) => `${name}, ${parameter}: the formula is too long.`,
    tooMuch: (name: string, parameter: string) =>
      `${name}, ${parameter}: there are more formulas here than can be reckoned. Write numbers for some of them.`,
  },
  circularParameters: (way: string) => `These refer to each other in a circle: ${way}.`,
  tooSmall: (name: string, parameter: string, value: string, least: string) =>
    `${name}, ${parameter}: ${value} is too little; it starts at ${least}.`,
  tooLarge: (name: string, parameter: string, value: string, most: string) =>
    `${name}, ${parameter}: ${value} is too much; it ends at ${most}.`,
  noOption: (name: string, parameter: string, value: string, options: string) =>
    `${name}, ${parameter}: “${value}” is none of ${options}.`,
  noValue: (name: string, parameter: string, value: string) =>
    `${name}, ${parameter}: ${value} cannot stand there.`,
  contradictory: (name: string, sentence: string) => `${name}: ${sentence}`,
  unknownInterface: (place: string) =>
    `${place} is not there any more: take the joint apart, or join it anew.`,
  itself: (place: string) => `${place} is joined to the thing that it belongs to.`,
  taken: (place: string) => `${place} is joined twice: only one thing fits there.`,
  mismatch: (one: string, other: string, why: string) => `${one} does not fit ${other}: ${why}.`,
  offGrid: (one: string, other: string, offset: string, pitch: string) =>
    `${other} stands ${offset} along ${one}, where there is no hole: holes come every ${pitch}.`,
  turn: (one: string, other: string, turn: string, step: string) =>
    `${other} is turned by ${turn} on ${one}: it fits in steps of ${step}.`,
  openLoop: (one: string, other: string, apart: string, degrees: string) =>
    `${one} and ${other} do not meet: they are ${apart} and ${degrees} apart.`,
  unmated: (place: string, what: string) => `${place} is not connected: it needs ${what}.`,
  unmatedNeeds: { hydraulicPort: 'a hose', electric: 'current', shaft: 'a shaft' },
  /** `users need 75.8 l/min`, `the cube gives 56.8 l/min`. */
  shortage: {
    flow: (needed: string, offered: string) => `Too little oil: ${needed}, ${offered}.`,
    pressure: (needed: string, offered: string) => `Too little pressure: ${needed}, ${offered}.`,
    power: (needed: string, offered: string) => `Too little power: ${needed}, ${offered}.`,
  },
  gives: (names: string, count: number, amount: string) =>
    count === 1 ? `${names} gives ${amount}` : `${names} give ${amount}`,
  needs: (names: string, count: number, amount: string) =>
    count === 1 ? `${names} needs ${amount}` : `${names} need ${amount}`,
  nobodyGives: 'nothing gives any',
  interference: (one: string, other: string, volume: string) =>
    `${one} and ${other} run into each other by ${volume}.`,
  against: (what: string, one: string, other: string) => `${what} ${one} against ${other}`,
  bothOffer: 'both offer, and nothing needs',
  bothNeed: 'both need, and nothing offers',
  ownThing: 'it belongs to the same thing',
  already: (name: string) => `it is joined to ${name} already`,
  measures: {
    outer: 'outer size',
    wall: 'wall',
    pitch: 'pitch',
    hole: 'hole',
    rows: 'rows',
    diameter: 'diameter',
    count: 'number of bolts',
    keyway: 'keyway',
    spacing: 'distance',
    size: 'size',
    width: 'width',
    height: 'height',
    volts: 'voltage',
    amps: 'current',
    flow: 'flow',
    pressure: 'pressure',
  },
};
