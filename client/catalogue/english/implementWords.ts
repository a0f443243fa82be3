import type { ModuleWords } from './moduleWords.ts';

const drilled = { pitch: 'Distance of the holes', hole: 'Diameter of the holes' };
const grid = { columns: 'Holes along', rows: 'Holes across it' };
const plate = { width: 'Width', height: 'Height', thickness: 'Thickness' };

/** The ports of a valve bank: two for each motor and each cylinder. */
function portsOf(count: number, kind: string, name: string): Record<string, string> {
  const ports = Array.from({ length: count }, (_, n) => [
    [`${kind}-${n + 1}-a`, `${name} ${n + 1}, first port`],
    [`${kind}-${n + 1}-b`, `${name} ${n + 1}, second port`],
  ]);
  return Object.fromEntries(ports.flat());
}

/** What machines need beside the first modules, by the module's id. */
export const implementWords: Readonly<Record<string, ModuleWords>> = {
  'axis-foot': {
    name: 'Axis foot',
    purpose: 'Holds the rods of a Universal Axis above a frame.',
    parameters: {
      rod: 'Rods',
      wider: 'Rods further apart by',
      drop: 'From the rods down to the frame',
      foot: 'Length of the foot',
      thickness: 'Thickness',
      columns: 'Holes along',
      ...drilled,
    },
    options: { rod: { 8: '8 mm', 25.4: '1 in', 50.8: '2 in' } },
    interfaces: { rods: 'Sockets of the rods', grid: 'Holes below' },
  },
  'quick-attach': {
    name: 'Quick attach plate',
    purpose: 'Carries an implement on a loader: hooked on above, held by its foot below.',
    parameters: { ...plate, ...grid, ...drilled },
    options: {},
    interfaces: { face: 'Face to the loader', grid: 'Holes to the implement' },
  },
  'filament-spool': {
    name: 'Filament spool',
    purpose: 'What a printer prints with, on an axle at the side of its frame.',
    parameters: {
      diameter: 'Diameter',
      width: 'Width',
      bore: 'Bore',
      standoff: 'From the frame to the spool',
      ...drilled,
    },
    options: {},
    interfaces: { mount: 'Holes to the frame' },
  },
  bracket: {
    name: 'Bracket',
    purpose: 'Carries something flat on the side of a tube.',
    parameters: { ...plate, depth: 'Depth', ...grid, ...drilled },
    options: {},
    interfaces: {
      face: 'Upper face',
      'face-turned': 'Upper face, a quarter turned',
      side: 'Standing face',
      'grid-front': 'Holes in front',
      'grid-back': 'Holes at the back',
    },
  },
  'flat-plate': {
    name: 'Flat plate',
    purpose: 'A bed, a table or a cover, with or without holes.',
    parameters: {
      ...plate,
      ...grid,
      ...drilled,
      faceWidth: 'Width of what it lies on',
      faceHeight: 'Height of what it lies on',
      material: 'Made of',
    },
    options: { material: { steel: 'Steel', aluminium: 'Aluminium', plywood: 'Plywood' } },
    interfaces: {
      'face-top': 'Upper face',
      'face-bottom': 'Lower face',
      'grid-top': 'Holes, upper side',
      'grid-bottom': 'Holes, lower side',
    },
  },
  handlebar: {
    name: 'Handlebar',
    purpose: 'For whoever walks behind a machine.',
    parameters: { spread: 'Between the bars', reach: 'Reach', rise: 'Rise', ...drilled },
    options: {},
    interfaces: { 'mount-left': 'Left plate', 'mount-right': 'Right plate' },
  },
  'loader-bucket': {
    name: 'Loader bucket',
    purpose: 'Digs, carries and tips, on two arms.',
    parameters: {
      width: 'Width',
      depth: 'Depth',
      height: 'Height',
      sheet: 'Thickness of its sheet',
      spread: 'Between the arms',
      tilt: 'Tipped by',
      ...drilled,
    },
    options: {},
    interfaces: {
      'arm-right': 'Right arm',
      'arm-left': 'Left arm',
      'tilt-right': 'Right tilt cylinder',
      'tilt-left': 'Left tilt cylinder',
    },
  },
  'pivot-disc': {
    name: 'Pivot disc',
    purpose: 'Lets one member turn on another about a bolt.',
    parameters: { angle: 'Turned by', outer: 'Across', thickness: 'Thickness', ...drilled },
    options: {},
    interfaces: { fixed: 'Side that stays', turning: 'Side that turns' },
  },
  seat: {
    name: 'Seat',
    purpose: 'For whoever drives.',
    parameters: { width: 'Width', height: 'Height of the seat', back: 'Height of its back', ...drilled },
    options: {},
    interfaces: { mount: 'Foot of the post' },
  },
  'tiller-hood': {
    name: 'Tiller hood',
    purpose: 'Covers a rotor and carries its bearings.',
    parameters: {
      width: 'Width',
      radius: 'Room around the rotor',
      above: 'From the axis up to the roof',
      sheet: 'Thickness of its sheet',
      boltCircle: 'Circle of the bearings’ bolts',
      bolt: 'Diameter of the bolt holes',
      opening: 'Opening for the shaft',
      ...drilled,
    },
    options: {},
    interfaces: {
      'grid-top': 'Holes in the roof',
      'side-left': 'Left side, for a bearing',
      'side-right': 'Right side, for a bearing',
    },
  },
  'tine-rotor': {
    name: 'Tine rotor',
    purpose: 'Breaks up soil with toothed stars on a drum.',
    parameters: {
      length: 'Length',
      diameter: 'Across the teeth',
      drum: 'Drum across',
      stars: 'Stars',
      teeth: 'Teeth of a star',
      thickness: 'Thickness of a star',
      shaft: 'Shaft that drives it, across',
      socket: 'Depth of its socket',
      journal: 'Length of the journal',
    },
    options: {},
    interfaces: { drive: 'Socket for the shaft', journal: 'Journal for a bearing' },
  },
  'tool-head': {
    name: 'Tool head',
    purpose: 'What a machine with axes works with.',
    parameters: { tool: 'Tool', ...plate },
    options: { tool: { extruder: 'Extruder', spindle: 'Spindle', torch: 'Plasma torch' } },
    interfaces: {
      mount: 'Mounting plate',
      'mount-turned': 'Mounting plate, a quarter turned',
      power: 'Current',
    },
  },
  'valve-bank': {
    name: 'Valve bank',
    purpose: 'Shares oil among motors and cylinders, by hand.',
    parameters: { motors: 'Sections for motors', cylinders: 'Sections for cylinders', ...drilled },
    options: {},
    interfaces: {
      mount: 'Foot',
      'port-in': 'Oil in',
      'port-out': 'Oil out',
      ...portsOf(6, 'motor', 'Motor'),
      ...portsOf(6, 'cylinder', 'Cylinder'),
    },
  },
  'water-tray': {
    name: 'Water tray',
    purpose: 'Holds the sheet that a torch cuts, over water.',
    parameters: {
      width: 'Width',
      length: 'Length',
      height: 'Height',
      sheet: 'Thickness of its sheet',
      slats: 'Slats',
      spread: 'Between the runners',
      ...drilled,
    },
    options: {},
    interfaces: { 'mount-left': 'Left runner', 'mount-right': 'Right runner' },
  },
};
