import type { DesignContent } from '../../../shared/designs/content.ts';
import { emptyLine, type PartLine } from '../../../shared/designs/partLines.ts';
import type { DesignTeller } from './teller.ts';

/** What became of the designs: problems and their mending, forks, suggestions and what was made of them. */
export const CONTINUATIONS: readonly ((tell: DesignTeller) => void)[] = [
  tellPowerCube,
  tellPress,
  tellPrinter,
  tellTractor,
  tellSawmill,
  tellDuplicate,
];

const withLine = (content: DesignContent, id: string, change: Partial<PartLine>): DesignContent => ({
  ...content,
  parts: content.parts.map((line) => (line.id === id ? { ...line, ...change } : line)),
});
const withParameter = (content: DesignContent, name: string, value: string): DesignContent => ({
  ...content,
  parameters: content.parameters.map((one) => (one.name === name ? { ...one, value } : one)),
});
/** Three holes more, the bucket at their end, and less of a slope, so that it does not dig. */
const withLongArms = (content: DesignContent): DesignContent => ({
  ...withParameter(content, 'Arm slope', '27'),
  instances: content.instances.map((one) =>
    one.id.startsWith('arm-') ? { ...one, parameters: { ...one.parameters, length: 18 * 101.6 } } : one,
  ),
  mates: content.mates.map((one) =>
    one.other.instance === 'bucket' ? { ...one, offset: { ...one.offset, x: 17 * 101.6 } } : one,
  ),
});
const withMore = (
  content: DesignContent,
  ...lines: (Partial<PartLine> & Pick<PartLine, 'id' | 'name' | 'quantity'>)[]
): DesignContent => ({
  ...content,
  parts: [...content.parts, ...lines.map((line) => ({ ...emptyLine(line.id, line.name), ...line }))],
});
const withStepText = (content: DesignContent, id: string, more: string): DesignContent => ({
  ...content,
  steps: content.steps.map((step) => (step.id === id ? { ...step, text: `${step.text}\n\n${more}` } : step)),
});

/** A problem that is fixed, a fork that is half adopted: whoever uses it learns that it is out anew. */
function tellPowerCube(tell: DesignTeller): void {
  tell.problem(
    'suction',
    'powerCube',
    { by: 'bruno', daysAgo: 92 },
    'The pump howls above half throttle. The suction hose is too narrow: I measured 0.4 bar below air at its end.',
    { line: 'hoses', step: 'plumb' },
  );
  tell.confirm('suction', 'powerCube', { by: 'gesa', daysAgo: 91 });
  tell.revise(
    'powerCube',
    { by: 'gesa', daysAgo: 80 },
    'A suction hose of its own, 1 in: the pump no longer howls.',
    (content) =>
      withStepText(
        withMore(content, {
          id: 'suction-hose',
          name: 'Suction hose 1 in',
          quantity: 0.8,
          unit: 'm',
          specification: 'SAE 100R4',
          price: { amount: 19, currency: 'USD', on: '2026-09-01', supplier: '' },
        }),
        'plumb',
        'The suction hose is 1 in wide and no longer than an arm.',
      ),
    ['suction'],
  );
  tell.problem(
    'hanger',
    'powerCube',
    { by: 'eusebio', daysAgo: 50 },
    'The hanger of the oil tank cracked beside the weld after forty hours. Hot oil dripped onto the silencer.',
    { safety: true, line: 'm-cube-hanger', step: 'make-tank' },
  );
  tell.confirm('hanger', 'powerCube', { by: 'gesa', daysAgo: 48 });
  tell.revise(
    'powerCube',
    { by: 'gesa', daysAgo: 30 },
    'Gussets under the hangers of the oil tank.',
    (content) =>
      withStepText(
        withMore(content, {
          id: 'hanger-gussets',
          name: 'Gusset 40 × 40 × 6.35 mm',
          quantity: 4,
          source: 'make',
          mass: 0.08,
          specification: 'hot rolled plate, A36',
          machines: ['torchTable'],
        }),
        'make-tank',
        'A gusset in every corner of a hanger, welded all round.',
      ),
    ['hanger'],
  );
  tell.fork(
    'quietCube',
    { by: 'alastair', home: 'derwent', daysAgo: 66 },
    { word: 'powerCube', revision: 2 },
    (content) =>
      withMore(
        withParameter(
          {
            ...content,
            title: 'Power Cube, quiet',
            purpose:
              'The Power Cube for a boat shed between houses: a smaller engine on rubber, with a real silencer.',
            tags: [...content.tags, 'quiet'],
            changes: '16 hp engine, rubber feet, silencer.',
          },
          'Engine power',
          '16',
        ),
        {
          id: 'rubber-feet',
          name: 'Rubber foot M10, 60 mm',
          quantity: 4,
          mass: 0.2,
          specification: 'Shore 55',
        },
        { id: 'silencer', name: 'Silencer with spark arrestor', quantity: 1, source: 'recover', mass: 3.1 },
      ),
  );
  tell.suggest(
    'quieter',
    'powerCube',
    'quietCube',
    { by: 'alastair', daysAgo: 40 },
    'Rubber feet and a silencer cost 40 dollars and our neighbours greet us again. Take the engine or leave it.',
  );
  tell.adopt(
    'quieter',
    'powerCube',
    { by: 'gesa', daysAgo: 21 },
    'Rubber feet and a silencer, from the quiet fork. The engine stays.',
    ['parts/rubber-feet', 'parts/silencer'],
  );
  tell.review(
    'cube built',
    'powerCube',
    { by: 'marek', daysAgo: 18 },
    'builtIt',
    'Third one. Takes a weekend for two.',
  );
  tell.question(
    'propane',
    'powerCube',
    { by: 'mara', daysAgo: 12 },
    'Does the engine run on propane as it is?',
  );
  tell.answer(
    'propane kit',
    'propane',
    'powerCube',
    { by: 'marek', daysAgo: 11 },
    'With a mixer between filter and carburettor, yes. A tenth less power.',
  );
  tell.mark('propane kit', 'propane', 'powerCube', { by: 'mara', daysAgo: 11, hour: 18 });
}

/** A fork in another language, adopted whole. */
function tellPress(tell: DesignTeller): void {
  tell.maintainer('cebPress', 'aino', { by: 'gesa', daysAgo: 100 });
  tell.fork(
    'prensa',
    { by: 'eusebio', home: 'jacaranda', daysAgo: 77 },
    { word: 'cebPress', revision: 1 },
    (content) =>
      withMore(
        withLine(
          {
            ...content,
            title: 'Prensa de bloques',
            changes: 'Tolva con criba: la tierra de aquí trae piedras.',
          },
          'm-frame-hopper-side',
          {
            note: 'With a sieve of 10 mm on top: stones stay out.',
          },
        ),
        {
          id: 'sieve',
          name: 'Sieve 10 mm, 720 × 690 mm',
          quantity: 1,
          source: 'make',
          mass: 4.4,
          machines: ['welder'],
        },
      ),
  );
  tell.suggest(
    'sieve on top',
    'cebPress',
    'prensa',
    { by: 'eusebio', daysAgo: 60 },
    'Our earth is full of stones. With the sieve on the hopper nobody sieves by hand any more.',
  );
  tell.adopt('sieve on top', 'cebPress', { by: 'aino', daysAgo: 55 }, 'The hopper has a sieve now.');
  tell.review(
    'press built',
    'cebPress',
    { by: 'ruta', daysAgo: 48 },
    'builtIt',
    'Eight blocks a minute with dry loam.',
  );
  tell.review(
    'press measured',
    'cebPress',
    { by: 'bruno', daysAgo: 47 },
    'dimensionsChecked',
    'All plates against the drawing: they fit.',
  );
  tell.question('bore', 'cebPress', { by: 'priya', daysAgo: 30 }, 'Would a main cylinder of 4 in bore do?');
  tell.answer(
    'bore too small',
    'bore',
    'cebPress',
    { by: 'gesa', daysAgo: 29 },
    'It gives 27,000 lb instead of 43,000: the blocks crumble at the edges. For floor tiles it is enough.',
  );
}

/** Both sides change the same line: the suggestion waits for somebody to choose. */
function tellPrinter(tell: DesignTeller): void {
  tell.fork(
    'bigPrinter',
    { by: 'tegan', home: 'derwent', daysAgo: 50 },
    { word: 'printer3d', revision: 1 },
    (content) =>
      withParameter(
        withLine({ ...content, title: '3D Printer, 300 mm', changes: 'A frame of 20 in.' }, 'm-heated-bed', {
          price: { amount: 41, currency: 'USD', on: '2026-10-01', supplier: '' },
        }),
        'Frame size',
        '20',
      ),
  );
  tell.revise('printer3d', { by: 'yuki', daysAgo: 33 }, 'A bed with a magnetic sheet.', (content) =>
    withLine(content, 'm-heated-bed', {
      note: 'With a magnetic sheet on it.',
      price: { amount: 29, currency: 'USD', on: '2026-10-20', supplier: '' },
    }),
  );
  tell.suggest(
    'bigger bed',
    'printer3d',
    'bigPrinter',
    { by: 'tegan', daysAgo: 8 },
    'Same axes, longer rods. Everything prints on the small one first.',
  );
  tell.question('enclosure', 'printer3d', { by: 'jonas', daysAgo: 5 }, 'Has anybody an enclosure for ABS?');
}

/** A suggestion that is declined, with its reason. */
function tellTractor(tell: DesignTeller): void {
  tell.fork(
    'longTractor',
    { by: 'henrik', home: 'scheune', daysAgo: 57 },
    { word: 'tractor', revision: 1 },
    (content) =>
      withLongArms({ ...content, title: 'Tractor, long arms', changes: 'Loader arms 12 in longer.' }),
  );
  tell.suggest(
    'long arms',
    'tractor',
    'longTractor',
    { by: 'henrik', daysAgo: 45 },
    'With 12 in more it loads onto a trailer.',
  );
  tell.decline(
    'long arms',
    'tractor',
    { by: 'marek', daysAgo: 43 },
    'It tips forward with a full bucket: 260 kg are missing at the back. A fine fork for whoever adds weight.',
  );
  tell.review(
    'tractor measured',
    'tractor',
    { by: 'bruno', daysAgo: 41 },
    'dimensionsChecked',
    'The grid of the 32 in tubes starts 2 in from the end, as drawn.',
  );
}

/** Somebody could be hurt: it is said, and still open. */
function tellSawmill(tell: DesignTeller): void {
  tell.problem(
    'guard',
    'sawmill',
    { by: 'tegan', daysAgo: 26 },
    'The guard ends a hand above the log. A branch stub threw it up and the blade was open.',
    { safety: true, line: 'blade-guard', step: 'fit-guard' },
  );
  tell.confirm('guard', 'sawmill', { by: 'alastair', daysAgo: 25 });
  tell.review(
    'saw danger',
    'sawmill',
    { by: 'tegan', daysAgo: 26, hour: 11 },
    'safetyConcern',
    'Not before the guard is longer.',
  );
}

function tellDuplicate(tell: DesignTeller): void {
  tell.fork(
    'pulverizer',
    { by: 'emeka', home: 'scheune', daysAgo: 35 },
    { word: 'rototiller', revision: 1 },
    (content) => ({ ...content, title: 'Soil Pulverizer', changes: 'Under the name that people look for.' }),
  );
  tell.duplicate('pulverizer', 'rototiller', { by: 'emeka', daysAgo: 34 });
}
