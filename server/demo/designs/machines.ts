import type { DesignCategory, DesignRelation } from '../../../shared/designs/content.ts';

/** A type of machine of the Global Village Construction Set, and how it stands to others, by their names. */
export interface MachineType {
  name: string;
  category: DesignCategory;
  purpose: string;
  relations: readonly { kind: DesignRelation['kind']; what: string }[];
}

const listed = (kind: DesignRelation['kind'], names: string) =>
  names === '' ? [] : names.split(', ').map((what) => ({ kind, what }));

const machine = (
  name: string,
  category: DesignCategory,
  purpose: string,
  { madeFrom, uses, enables }: Record<DesignRelation['kind'], string>,
): MachineType => ({
  name,
  category,
  purpose,
  relations: [...listed('madeFrom', madeFrom), ...listed('uses', uses), ...listed('enables', enables)],
});

/**
 * The fifty machines. Which is made with, uses or makes possible which are facts that Open Source Ecology has
 * published; one spelling of each name is kept.
 */
export const machineTypes: readonly MachineType[] = [
  machine(
    '3D Printer',
    'industry',
    'Builds plastic parts layer by layer: brackets, knobs, patterns for casting.',
    {
      madeFrom:
        '3D Scanner, Bioplastic Extruder, CAD, Controller, Extruder, Feeder, Laser Cutter, Motors, Spindle, Tool Changer, XYZ Table',
      uses: 'Bioplastic',
      enables: 'Digital Fabrication, Metal Casting',
    },
  ),
  machine(
    '3D Scanner',
    'industry',
    'Turns a thing on the table into a model that can be changed and made again.',
    {
      madeFrom: '3D Printer, CNC Circuit Mill, Camera, Electric Motor Generator, Laser',
      uses: 'Computer, Universal Power Supply',
      enables: '3D Printer, Digital Fabrication, Industrial Robot, Tractor',
    },
  ),
  machine(
    'Aluminum Extractor',
    'materials',
    'Wins aluminium from clay. Large and costly: meant to be shared by a region.',
    {
      madeFrom: 'CNC Torch Table, Induction Furnace',
      uses: 'Power',
      enables: 'Induction Furnace',
    },
  ),
  machine('Backhoe', 'habitat', 'Digs foundations and ditches as an arm on the tractor.', {
    madeFrom: 'CNC Torch Table, Induction Furnace, Plasma Cutter, Welder',
    uses: '',
    enables: '',
  }),
  machine('Bakery Oven', 'agriculture', 'Bakes bread for a village.', {
    madeFrom: 'CNC Torch Table, Induction Furnace',
    uses: 'Universal Power Supply',
    enables: '',
  }),
  machine('Baler', 'agriculture', 'Presses hay and straw into bales that can be stored and carried.', {
    madeFrom: 'CNC Torch Table, Induction Furnace',
    uses: '',
    enables: '',
  }),
  machine('Bioplastic Extruder', 'materials', 'Makes filament and film from plant starch.', {
    madeFrom: 'CNC Torch Table, Electric Motor Generator, Induction Furnace',
    uses: 'Electricity',
    enables: '3D Printer',
  }),
  machine('Bulldozer', 'habitat', 'Moves earth, levels sites and clears roads.', {
    madeFrom: 'CNC Torch Table, Induction Furnace, Power Cube, Welder',
    uses: 'Tractor',
    enables: '',
  }),
  machine('CEB Press', 'habitat', 'Presses building blocks out of the earth on the site, several a minute.', {
    madeFrom: 'CNC Torch Table, Induction Furnace, Ironworker, Welder',
    uses: 'Power Cube, Rototiller, Tractor',
    enables: '',
  }),
  machine('CNC Circuit Mill', 'industry', 'Mills and drills circuit boards from copper-clad sheet.', {
    madeFrom: 'Ironworker, Multimachine',
    uses: '',
    enables: '',
  }),
  machine('CNC Torch Table', 'industry', 'Cuts steel plate from a drawing with a plasma or gas torch.', {
    madeFrom: 'Ironworker, Multimachine',
    uses: '',
    enables: '',
  }),
  machine('Car', 'transportation', 'Carries people and light loads.', {
    madeFrom:
      '3D Printer, CNC Torch Table, Hydraulic Motor, Induction Furnace, Industrial Robot, Multimachine, Power Cube, Welder',
    uses: 'Power Cube, Roads',
    enables: '',
  }),
  machine('Cement Mixer', 'habitat', 'Mixes concrete, mortar and plaster.', {
    madeFrom:
      'CNC Torch Table, Electric Motor Generator, Induction Furnace, Ironworker, Multimachine, Tractor',
    uses: 'Lime, Power Cube',
    enables: 'Foundations, Foundry, Greenhouse, HabLab, Multimachine, Workshop',
  }),
  machine('Chipper Hammermill', 'industry', 'Makes chips of branches and meal of grain.', {
    madeFrom: 'CNC Torch Table, Induction Furnace',
    uses: 'Hydraulic Motor, Power Cube',
    enables: '',
  }),
  machine('Dairy Milker', 'agriculture', 'Milks cows and goats cleanly and gently.', {
    madeFrom: 'Induction Furnace, Plasma Cutter, Welder',
    uses: '',
    enables: '',
  }),
  machine('Drill Press', 'industry', 'Drills straight holes of known depth in steel and wood.', {
    madeFrom: 'Induction Furnace',
    uses: 'Universal Rotor',
    enables: '',
  }),
  machine(
    'Electric Motor Generator',
    'energy',
    'Turns electricity into motion, and motion into electricity.',
    {
      madeFrom:
        '3D Printer, Charge Controller, Nickel-Iron Battery, Rod and Wire Mill, Universal Power Supply',
      uses: 'Steam Engine, Wind Turbine',
      enables:
        '3D Printer, CNC, CNC Circuit Mill, CNC Torch Table, Car, Industrial Robot, Laser Cutter, Multimachine, Solar Concentrator, Welder',
    },
  ),
  machine(
    'Gasifier Burner',
    'energy',
    'Burns wood and straw cleanly for heat, or makes gas that engines run on.',
    {
      madeFrom: 'CNC Torch Table, Induction Furnace',
      uses: 'Baler, Biomass, Pelletizer, Steam',
      enables: 'Car, Cement Mixer, Kiln, Power Cube, Steam Engine, Steam Generator, Truck',
    },
  ),
  machine('Hay Cutter', 'agriculture', 'Mows meadows behind the tractor.', {
    madeFrom: 'CNC Torch Table, Induction Furnace',
    uses: '',
    enables: '',
  }),
  machine('Hay Rake', 'agriculture', 'Turns hay and gathers it in rows.', {
    madeFrom: 'CNC Torch Table, Induction Furnace',
    uses: 'Universal Rotor',
    enables: '',
  }),
  machine('Hydraulic Motor', 'energy', 'Turns the flow of oil into slow, strong rotation.', {
    madeFrom: 'Hydraulic Hoses, Induction Furnace, Multimachine',
    uses: 'Hydraulic Fluid',
    enables:
      'Backhoe, Baler, Bioplastic Extruder, Bulldozer, CEB Press, Car, Cement Mixer, Chipper Hammermill, Drill Press, Hay Cutter, Hay Rake, Industrial Robot, Ironworker, Metal Roller, Microcombine, Microtractor, Multimachine, Pelletizer, Power Cube, Press Forge, Rod and Wire Mill, Rototiller, Sawmill, Seeder, Spader, Tractor, Trencher, Truck, Universal Rotor, Well-Drilling Rig',
  }),
  machine('Induction Furnace', 'industry', 'Melts scrap steel and other metals for casting and rolling.', {
    madeFrom: '',
    uses: 'Universal Power Supply',
    enables: '',
  }),
  machine('Industrial Robot', 'industry', 'Welds, places and handles what is too heavy or dull for hands.', {
    madeFrom: 'Electric Motor Generator, Induction Furnace, Plasma Cutter, Welder',
    uses: 'Electricity, Welder',
    enables: 'Car, Truck',
  }),
  machine('Ironworker', 'industry', 'Punches, shears and notches steel bar and plate.', {
    madeFrom: 'Induction Furnace, Welder',
    uses: '',
    enables: 'CEB Press, Tractor',
  }),
  machine('Laser Cutter', 'industry', 'Cuts and engraves wood, acrylic and thin metal from a drawing.', {
    madeFrom: 'CNC Circuit Mill, Induction Furnace',
    uses: 'Electric Motor Generator, Multimachine',
    enables: '',
  }),
  machine('Metal Roller', 'industry', 'Rolls hot and cold metal into plate, bar and profiles.', {
    madeFrom: 'CNC Torch Table, Induction Furnace, Welder',
    uses: 'Induction Furnace, Power Cube',
    enables: '',
  }),
  machine('Microcombine', 'agriculture', 'Harvests and threshes grain on small fields.', {
    madeFrom: 'CNC Torch Table, Induction Furnace, Multimachine',
    uses: 'Hydraulic Motor, Power Cube, Tractor',
    enables: '',
  }),
  machine('Microtractor', 'agriculture', 'A tractor to walk behind, for gardens and narrow rows.', {
    madeFrom: 'Induction Furnace, Plasma Cutter, Welder',
    uses: 'Chipper Hammermill, Power Cube, Rototiller',
    enables: '',
  }),
  machine('Multimachine', 'industry', 'Lathe, mill and drill on one bed, built from engine blocks.', {
    madeFrom: '',
    uses: 'CNC',
    enables: '',
  }),
  machine('Nickel-Iron Battery', 'energy', 'Stores electricity for decades, from common materials.', {
    madeFrom: '3D Printer, Controller, Rod and Wire Mill',
    uses: '',
    enables: 'Charge Controller, Inverter, Universal Power Supply',
  }),
  machine('Pelletizer', 'energy', 'Presses biomass into pellets for feed and fuel.', {
    madeFrom: 'Induction Furnace, Multimachine, Welder',
    uses: 'Baler, Chipper Hammermill, Hay, Kiln, Power Cube, Sawdust, Sawmill',
    enables: 'Gasifier Burner',
  }),
  machine('Plasma Cutter', 'industry', 'Cuts any steel with an arc and compressed air.', {
    madeFrom: 'Bioplastic Extruder, Induction Furnace',
    uses: 'Power Cube',
    enables: '',
  }),
  machine(
    'Power Cube',
    'energy',
    'An engine and a hydraulic pump in one frame: power for any machine with quick couplers.',
    {
      madeFrom: 'Biodiesel, Gasifier Burner, Gasoline, Pelletizer, Steam Engine, Steam Generator',
      uses: 'Biofuel, Biomass, QA Plate, Tractor',
      enables:
        'Bulldozer, CEB Press, CNC Torch Table, Car, Chipper Hammermill, Drill Press, Induction Furnace, Ironworker, Microtractor, Multimachine, Sawmill, Tractor, Truck, Welder',
    },
  ),
  machine('Press Forge', 'industry', 'Shapes hot steel with the force of a hydraulic cylinder.', {
    madeFrom: 'Induction Furnace',
    uses: 'Hydraulic Motor, Induction Furnace, Power Cube',
    enables: '',
  }),
  machine('Rod and Wire Mill', 'industry', 'Rolls and draws billets into rod and wire. Shared by a region.', {
    madeFrom: 'CNC Torch Table, Induction Furnace',
    uses: 'Induction Furnace, Power Cube',
    enables: '',
  }),
  machine('Rototiller', 'agriculture', 'Loosens and mixes soil for sowing, and for pressing blocks.', {
    madeFrom: 'CNC Torch Table, Induction Furnace',
    uses: 'Hydraulic Motor, Power Cube',
    enables: '',
  }),
  machine('Sawmill', 'habitat', 'Saws logs into beams and boards.', {
    madeFrom: 'Hydraulic Motor, Induction Furnace, Multimachine, Welder',
    uses: '3D Scanner, Power Cube, Wood',
    enables: 'Chipper Hammermill, Greenhouse, HabLab, Kiln, Pelletizer, RepLab, Workshop',
  }),
  machine('Seeder', 'agriculture', 'Sows in straight rows at an even depth.', {
    madeFrom: 'CNC Torch Table, Induction Furnace',
    uses: 'Power Cube',
    enables: '',
  }),
  machine('Solar Concentrator', 'energy', 'Gathers sunlight to raise steam and heat.', {
    madeFrom: 'Bioplastic Extruder, Electric Motor Generator, Induction Furnace',
    uses: 'Heat, Heat Transfer Fluid, Sunlight',
    enables: 'CHP, Sintering, Steam Engine, Steam Generator, Universal Power Supply',
  }),
  machine('Spader', 'agriculture', 'Digs the soil as a spade would, without a plough’s hard pan.', {
    madeFrom: 'CNC Torch Table, Induction Furnace',
    uses: '',
    enables: '',
  }),
  machine('Steam Engine', 'energy', 'Makes power from any fuel that boils water.', {
    madeFrom: 'Induction Furnace, Steel',
    uses: 'Gasifier Burner, Heat, Solar Concentrator, Steam, Steam Generator',
    enables: 'Aquaponics, Electric Motor Generator, Greenhouse',
  }),
  machine('Steam Generator', 'energy', 'Raises steam for engines, heating and cooking.', {
    madeFrom: 'Induction Furnace, Steel',
    uses: 'Water',
    enables: 'Greenhouse, Power Cube, Solar Turbine, Steam Engine',
  }),
  machine(
    'Tractor',
    'agriculture',
    'Pulls, lifts and drives implements; the heart of a farm and of a building site.',
    {
      madeFrom: 'Hydraulic Motor, Induction Furnace, Power Cube',
      uses: 'Power Cube',
      enables:
        'Backhoe, Baler, CEB Press, Hay Cutter, Hay Rake, Rototiller, Seeder, Spader, Trencher, Universal Rotor, Well-Drilling Rig',
    },
  ),
  machine('Trencher', 'agriculture', 'Cuts narrow trenches for pipes and cables.', {
    madeFrom: 'CNC Torch Table, Induction Furnace, Welder',
    uses: '',
    enables: '',
  }),
  machine('Truck', 'transportation', 'Carries heavy loads over bad roads.', {
    madeFrom:
      '3D Printer, Hydraulic Motor, Induction Furnace, Industrial Robot, Multimachine, Rod and Wire Mill, Welder',
    uses: 'Biodiesel, Power Cube, Steam Engine',
    enables: '',
  }),
  machine(
    'Universal Power Supply',
    'energy',
    'Gives welders, furnaces and cutters the current that each wants.',
    {
      madeFrom: '3D Printer, CNC Circuit Mill, Rod and Wire Mill',
      uses: 'Nickel-Iron Battery, Power Cube',
      enables: 'Electric Motor Generator, Induction Furnace, Industrial Robot, Plasma Cutter, Welder',
    },
  ),
  machine(
    'Universal Rotor',
    'industry',
    'One driven shaft for many rotating tools: auger, tiller, brush, mower.',
    {
      madeFrom: 'CNC Torch Table, Induction Furnace',
      uses: 'Hydraulic Motor, Power Cube',
      enables: '',
    },
  ),
  machine('Welder', 'industry', 'Joins steel with an arc.', {
    madeFrom: '',
    uses: 'Rod and Wire Mill, Universal Power Supply',
    enables: '',
  }),
  machine('Well-Drilling Rig', 'agriculture', 'Drills for drinking water.', {
    madeFrom: 'CNC Torch Table, Hydraulic Motor, Induction Furnace',
    uses: 'Cement Mixer, Hydraulic Motor, Power Cube',
    enables: '',
  }),
  machine('Wind Turbine', 'energy', 'Makes electricity from the wind.', {
    madeFrom: 'Electric Motor Generator, Induction Furnace, Multimachine, Nickel-Iron Battery',
    uses: 'Wind',
    enables: '',
  }),
];
