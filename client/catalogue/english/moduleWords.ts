/** What a module of the construction set is called, and its parameters, options and interfaces. */
export interface ModuleWords {
  name: string;
  /** What it is for, in a sentence. */
  purpose: string;
  parameters: Readonly<Record<string, string>>;
  /** Of parameters that are choices, by parameter and option. */
  options: Readonly<Record<string, Readonly<Record<string, string>>>>;
  interfaces: Readonly<Record<string, string>>;
}

const drilled = { pitch: 'Distance of the holes', hole: 'Diameter of the holes' };
const plates = {
  plate: 'Side of the plates',
  thickness: 'Thickness of the plates',
  firstGap: 'First gap, beside the motor',
  secondGap: 'Second gap',
  shaft: 'Shaft across',
  shaftLength: 'Length of the shaft',
};
const oil = { 'port-in': 'Oil in', 'port-out': 'Oil out' };
const block = { blockLength: 'Length of the block', blockWidth: 'Width of the block' };

/** By the module's id. */
export const moduleWords: Readonly<Record<string, ModuleWords>> = {
  'frame-tube': {
    name: 'Frame tube',
    purpose: 'The square tube that frames are bolted from.',
    parameters: {
      length: 'Length',
      outer: 'Width of its sides',
      wall: 'Wall',
      ...drilled,
      faces: 'Drilled sides',
    },
    options: { faces: { none: 'None', two: 'Two', four: 'All four' } },
    interfaces: {
      'end-bottom': 'Lower end',
      'end-top': 'Upper end',
      'grid-back': 'Holes at the back',
      'grid-front': 'Holes in front',
      'grid-right': 'Holes on the right',
      'grid-left': 'Holes on the left',
    },
  },
  'joint-plate': {
    name: 'Joint plate',
    purpose: 'Joins tubes, hole on hole.',
    parameters: { columns: 'Holes along', rows: 'Holes across', ...drilled, thickness: 'Thickness' },
    options: {},
    interfaces: { 'grid-top': 'Holes, upper side', 'grid-bottom': 'Holes, lower side' },
  },
  angle: {
    name: 'Angle',
    purpose: 'Rolled angle for light frames and edges.',
    parameters: {
      length: 'Length',
      leg: 'Width of its legs',
      thickness: 'Thickness',
      holes: 'Drilled legs',
      ...drilled,
    },
    options: { holes: { none: 'None', one: 'One', both: 'Both' } },
    interfaces: {
      'end-bottom': 'Lower end',
      'end-top': 'Upper end',
      'grid-front': 'Holes in front',
      'grid-left': 'Holes on the left',
    },
  },
  shaft: {
    name: 'Shaft',
    purpose: 'Carries wheels, sprockets and hubs in bearings.',
    parameters: {
      diameter: 'Across',
      length: 'Length',
      keyways: 'Keyways',
      keyway: 'Width of a keyway',
      seat: 'From its ends to the bearings',
      keywayLength: 'Length of a keyway',
    },
    options: { keyways: { none: 'None', one: 'At the upper end', both: 'At both ends' } },
    interfaces: {
      'end-bottom': 'Lower end',
      'end-top': 'Upper end',
      'seat-bottom': 'Seat of the lower bearing',
      'seat-top': 'Seat of the upper bearing',
    },
  },
  bearing: {
    name: 'Flange bearing',
    purpose: 'Holds a shaft that turns.',
    parameters: { bore: 'Bore', boltCircle: 'Circle of its bolts', bolt: 'Diameter of the bolt holes' },
    options: {},
    interfaces: {
      mount: 'Flange with four bolts',
      'bore-top': 'Bore, from above',
      'bore-bottom': 'Bore, from below',
    },
  },
  'bearing-plate': {
    name: 'Bearing plate',
    purpose: 'Carries a flange bearing between two tubes.',
    parameters: {
      between: 'Squares between the tubes',
      rows: 'Holes along each tube',
      ...drilled,
      boltCircle: 'Circle of the bearing’s bolts',
      bolt: 'Diameter of the bolt holes',
      opening: 'Opening for the shaft',
      thickness: 'Thickness',
    },
    options: {},
    interfaces: {
      seat: 'Seat of a bearing, upper side',
      'seat-below': 'Seat of a bearing, lower side',
      'grid-left': 'Holes for the left tube',
      'grid-right': 'Holes for the right tube',
    },
  },
  bolt: {
    name: 'Bolt',
    purpose: 'Hex bolt with its nut, for two tubes or a tube and a plate.',
    parameters: { diameter: 'Across', length: 'Length under the head', grip: 'What it clamps' },
    options: {},
    interfaces: { shank: 'Shank' },
  },
  'wheel-unit': {
    name: 'Wheel unit',
    purpose: 'A wheel with its own hydraulic motor, ready to bolt under a frame.',
    parameters: {
      ...plates,
      wheel: 'On the shaft',
      motor: 'Motor',
      wheelDiameter: 'Wheel across',
      wheelWidth: 'Width of the wheel',
    },
    options: {
      wheel: { none: 'Nothing', rim: 'A rim', tyre: 'A rim with a tyre' },
      motor: { large: 'Large', medium: 'Medium', small: 'Small' },
    },
    interfaces: { mount: 'Mounting plate', ...oil, 'shaft-end': 'End of the shaft' },
  },
  'track-unit': {
    name: 'Track unit',
    purpose: 'A hydraulic crawler track for soft ground.',
    parameters: {
      apart: 'Between the idlers',
      above: 'Height of the drive above them',
      teeth: 'Teeth of the sprocket',
      chainPitch: 'Pitch of the chain',
      barEvery: 'Links from bar to bar',
      barLength: 'Length of the bars',
      ...plates,
    },
    options: {},
    interfaces: { ...oil, mount: 'Row of holes to a frame tube' },
  },
  'power-cube': {
    name: 'Power Cube',
    purpose: 'Engine, pump and tank in one box: oil under pressure for any machine.',
    parameters: {
      width: 'Width',
      depth: 'Depth',
      height: 'Height',
      leg: 'Legs of its angle iron',
      thickness: 'Thickness of its angle iron',
      engine: 'Engine',
      speed: 'Speed',
    },
    options: { engine: { 16: '16 hp', 18: '18 hp', 27: '27 hp', 28: '28 hp' } },
    interfaces: {
      'mount-left': 'Holes below, left',
      'mount-right': 'Holes below, right',
      pressure: 'Oil under pressure',
      return: 'Oil coming back',
    },
  },
  'hydraulic-cylinder': {
    name: 'Hydraulic cylinder',
    purpose: 'Pushes and pulls in a straight line.',
    parameters: {
      bore: 'Bore',
      rod: 'Rod across',
      stroke: 'Stroke',
      extension: 'Drawn out by',
      wall: 'Wall of the barrel',
      pin: 'Pins across',
      pressure: 'Pressure',
      port: 'Ports across',
    },
    options: {},
    interfaces: {
      'base-pin': 'Pin of the barrel',
      'rod-pin': 'Pin of the rod',
      'base-port': 'Port that pushes',
      'rod-port': 'Port that pulls',
    },
  },
  'universal-axis': {
    name: 'Universal Axis',
    purpose: 'Moves a carriage along two rods, in printers, mills and torch tables.',
    parameters: {
      rod: 'Rods',
      travel: 'Travel',
      wider: 'Rods further apart by',
      position: 'Where the carriage stands',
    },
    options: { rod: { 8: '8 mm', 25.4: '1 in', 50.8: '2 in' } },
    interfaces: {
      carriage: 'Top of the carriage',
      'rods-motor': 'Rods, motor side',
      'rods-idler': 'Rods, idler side',
      motor: 'Motor',
    },
  },
  'power-supply': {
    name: 'Power supply',
    purpose: 'Direct current for the motors of axes.',
    parameters: {
      volts: 'Voltage',
      watts: 'Power',
      length: 'Length',
      width: 'Width',
      height: 'Height',
      ...drilled,
    },
    options: { volts: { 12: '12 V', 24: '24 V', 48: '48 V' } },
    interfaces: { supply: 'Direct current', mount: 'Holes of its flange' },
  },
  'ceb-press-frame': {
    name: 'CEB press frame',
    purpose: 'Frame, chamber and hopper of the press for earth blocks.',
    parameters: {
      ...block,
      blockHeight: 'Height of the block',
      table: 'Height of the table',
      hopper: 'Hopper',
    },
    options: { hopper: { none: 'Without', hopper: 'With hopper' } },
    interfaces: {
      'main-pin': 'Lower pin of the main cylinder',
      'foot-pin': 'Upper pin of the main cylinder',
      'drawer-pin': 'Pin of the drawer’s cylinder',
      table: 'Table that the drawer slides on',
      ...oil,
      'main-push': 'Main cylinder, pushing',
      'main-pull': 'Main cylinder, pulling',
      'drawer-push': 'Drawer’s cylinder, pushing',
      'drawer-pull': 'Drawer’s cylinder, pulling',
    },
  },
  'ceb-press-drawer': {
    name: 'CEB press drawer',
    purpose: 'Brings soil over the chamber and closes it while it presses.',
    parameters: { ...block, cover: 'Length of the cover' },
    options: {},
    interfaces: { slide: 'Lower side', pin: 'Pin of its cylinder' },
  },
};
