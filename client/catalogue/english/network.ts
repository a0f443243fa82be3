const counted = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`);

/** What was made with what, and how often it lived. */
export const network = {
  title: 'Made with',
  line: 'Which machine made which, and where their parts were before',
  none: 'Nothing was made with a machine yet, and no part is in its second life.',
  noneWay: 'Start a build, and press Use on its machines: then it stands here.',
  ofThing: (name: string) => `Made with: ${name}`,
  thingLine: 'What it was made with and made of, and what came of it',
  toThing: 'What it was made with',
  whole: 'The whole network',
  onlyIts: 'Draw this alone',
  bands: {
    outside: 'From outside',
    outsideLine: 'bought, given or found',
    generation: (number: number) => `Generation ${number}`,
    first: 'made here by hand, or with those',
    later: (number: number) => `made with machines of generation ${number}`,
  },
  choose: 'Whose story?',
  all: 'All together',
  way: 'What stands out',
  ways: { back: 'Where it came from', forth: 'What came of it' },
  nothing: { back: 'Nothing is written down of where it came from.', forth: 'Nothing came of it yet.' },
  drawing: 'Drawing of what was made with what',
  atOnce: 'All of it at once',
  larger: 'Larger',
  further: 'What these were made with',
  draw: 'As a drawing',
  list: 'As a list',
  legend: 'Lines',
  legends: { made: 'made with this machine', mended: 'mended with it', part: 'a part on its way' },
  readIt:
    'Press a thing and its own story stands out. Marks count the lives of a part: how often it was built into something.',
  cut: 'There is more than is drawn here: open a thing to see all of its own.',
  life: (life: number) => `life ${life}`,
  tag: (part: string, life: number | null) =>
    life === null ? `${part}: its way` : `${part}, life ${life}: its way`,
  gone: { consumed: 'used up', scrapped: 'scrapped', split: 'in pieces' },
  beingMade: 'being made',
  running: 'runs yet',
  made: 'Made with',
  mended: 'Mended with',
  parts: 'Parts with a past',
  makes: 'Made with it',
  mends: 'Mended with it',
  itsWay: 'Its way',
  travelling: 'Parts in another life',
  open: 'Open its page',
  uses: {
    title: 'Where it is and was',
    since: (day: string) => `since ${day}`,
    fromTo: (from: string, to: string) => `${from} to ${to}`,
    outer: 'and with it in',
    build: 'its build',
    made: 'What was made with it',
    cut: 'There is more than is listed here.',
  },
  figures: {
    title: 'Figures of reuse',
    line: 'How much comes round again, and what each figure rests on',
    link: 'Figures',
    reuse: 'Reuse',
    reuseLine:
      'Of all pieces that were fitted and used up, this share had been in something before. Each thing, piece and set counts as one; what is measured stands beside it.',
    measured: {
      m: 'Reuse of lengths',
      kg: 'Reuse by weight',
      m2: 'Reuse of sheets',
      l: 'Reuse of liquids',
    },
    measuredLine: 'The same of what is measured and not counted.',
    circularity: 'Material circularity, at least',
    circularityLine:
      'From 0.1, all new and all thrown away, to 1, all in a circle. By what came in recovered and what was recovered of scrapped things; recycling is not written down, and use counts as usual.',
    carbon: 'CO2e of materials',
    carbonLine:
      'By weight and material, with the factors of the Inventory of Carbon and Energy 2.0 (Bath, 2011). Ways and the current of machines are not in it: nobody writes them down. What was avoided is never taken off the footprint.',
    carbonOf: (kilograms: string) => `${kilograms} kg CO2e`,
    footprint: 'Footprint',
    footprintLine: {
      one: 'Of the new materials in one, through all of its parts and the machines that made it.',
      all: 'Of all that came new.',
    },
    avoided: 'Avoided',
    avoidedLine: {
      one: 'For the recovered parts in one: making them anew would have given off as much.',
      all: 'For all recovered parts: making them anew would have given off as much.',
    },
    saving: (design: string) => `Saved on each ${design}`,
    savingLine: 'Made with ours, against paying by the hour for one at the price where it is sold.',
    spread: (known: string, all: string) =>
      `${known} of ${all} hours are spread over what their machine ran in its whole life, the others over 10,000 hours.`,
    spreadAll: 'Machines are spread over 10,000 hours: how long they last, nobody knows yet.',
    lives: 'Lives of a part',
    livesLine: 'So often, on average, was a part built into something.',
    tools: 'Tool closure',
    toolsLine: 'Of all hours of machines, this share ran on machines that were made in the network.',
    mass: 'Mass closure',
    massLine: 'Of all mass that was fitted and used up, this share was made or recovered in the network.',
    generations: 'Generations',
    generationsLine:
      'Generation 0 was made without a machine that the network made; every further one with machines of the one before.',
    noGenerations: 'Nothing was made in the network yet.',
    perLives: 'Parts by their lives',
    livesCount: (lives: number) => counted(lives, 'life', 'lives'),
    partsCount: (count: number) => counted(count, 'part', 'parts'),
    thingsCount: (count: number) => counted(count, 'thing', 'things'),
    common: 'Parts that designs share',
    commonLine: (designs: number, components: number) =>
      `${counted(designs, 'design has', 'designs have')} a parts list, with ${counted(components, 'component', 'components')} that differ.`,
    indices: {
      dci: 'Designs per component',
      tcci: 'Sharing, from 0 to 1',
      ci: 'Sharing, against the longest list',
      pci: 'Sharing, in percent',
    },
    sources: {
      dci: 'degree of commonality index, Collier 1981',
      tcci: 'total constant commonality index, Wacker and Treleven 1986',
      ci: 'commonality index, Martin and Ishii',
      pci: 'percent commonality index, Kota and others 2000; size, material and assembly count as alike',
    },
    circles: 'Circles',
    circlesLine:
      'Designs that were made with each other, or are parts of each other. The history of things has no circles.',
    noCircles: 'No designs go round in a circle.',
    unknown: 'not known',
    nothingKnown: 'Nothing is written down yet that it could be computed from.',
    rests: {
      hours: (known: string, all: string) =>
        `Rests on ${known} of ${all} hours of machines; how the other machines began, or how long they ran, nobody wrote down.`,
      allHours: (all: string) => `Rests on all ${all} hours of machines.`,
      mass: (known: string, all: string) =>
        `Rests on ${known} of ${all} kg; a part without a weight counts as one.`,
      allMass: (all: string) => `Rests on all ${all} kg.`,
      pieces: (known: string, all: string) =>
        `Rests on ${known} of ${all} parts and materials; where the others came from, nobody wrote down.`,
      allPieces: (all: string) => `Rests on all ${all} parts and materials.`,
      parts: (known: string, all: string) =>
        `Rests on ${known} of ${all} parts; the others may have been in something before.`,
      allParts: (all: string) => `Rests on all ${all} parts that were ever fitted.`,
      lists: (known: string, all: string) => `Rests on the parts lists of ${known} of ${all} designs.`,
      allLists: (all: string) => `Rests on the parts lists of all ${all} designs.`,
      carbon: (known: string, all: string) =>
        `Rests on ${known} of ${all} kg whose material is known; a part without a weight counts as one.`,
      measured: (known: string, all: string, unit: string) =>
        `Rests on ${known} of ${all} ${unit}; where the others came from, nobody wrote down.`,
      allMeasured: (all: string, unit: string) => `Rests on all ${all} ${unit}.`,
      costs: (known: string, all: string) =>
        `Rests on ${known} of ${all} things, materials and hours; the others have no price.`,
      allCosts: (all: string) => `Rests on all ${all} things, materials and hours.`,
    },
    ofDesign: 'Things made of it',
    ofDesignLine: (count: number) =>
      count === 0
        ? 'No thing of this design is written down yet.'
        : `${counted(count, 'thing is', 'things are')} of this design.`,
    highest: (generation: number) => `The furthest is of generation ${generation}.`,
    each: 'See each of them',
    whereUsed: 'In which kinds of things they are',
    neverUsed: 'None of them was built into anything of a design.',
    nowEver: (now: number, ever: number) => `in ${now} now, in ${ever} ever`,
    cost: 'What one takes',
    costLine: 'Through all of its parts and the machines that made it.',
  },
};
