import { afterEach, expect, it } from 'vitest';
import {
  aboutWhom,
  interferenceInWords,
  type Naming,
  problemInWords,
} from '../../../client/assemblies/problemInWords.ts';
import { lengthUnits } from '../../../client/measures/lengthUnits.ts';
import { namingOfModules } from '../../../client/workbench/names.ts';
import type { AssemblyProblem, Place } from '../../../shared/assemblies/problems.ts';
import { EMPTY_CONTENT } from '../../../shared/designs/content.ts';
import { machineOf, solved, thing } from '../workbench/aMachine.ts';

const place = (instance: string, name: string, face = 'end-top'): Place => ({
  instance,
  name,
  interface: face,
});
const short: AssemblyProblem = {
  kind: 'shortage',
  carried: 'flow',
  offered: 56.8,
  needed: 75.8,
  suppliers: [place('cube', 'Power Cube', 'pressure')],
  users: [place('one', 'Wheel 1', 'supply'), place('two/inner', 'Wheel 2', 'supply')],
};
afterEach(() => {
  lengthUnits.value = 'mm';
});

it('tells a shortage with its numbers, in the units of the person', () => {
  lengthUnits.value = 'mm';
  expect(problemInWords(short)).toBe(
    'Too little oil: Wheel 1 and Wheel 2 need 75.8 l/min, Power Cube gives 56.8 l/min.',
  );
  lengthUnits.value = 'in';
  expect(problemInWords(short)).toBe(
    'Too little oil: Wheel 1 and Wheel 2 need 20 gal/min, Power Cube gives 15 gal/min.',
  );
  expect(aboutWhom(short)).toEqual(['one', 'two', 'cube']);
});

it('tells why two interfaces do not fit', () => {
  lengthUnits.value = 'mm';
  const [one, other] = [place('a', 'Tube', 'inner/grid-left'), place('b', 'Plate', 'grid-top')];
  const mismatches = [{ what: 'pitch', one: 101.6, other: 100 }];
  expect(problemInWords({ kind: 'mismatch', mate: 'm', one, other, mismatches })).toBe(
    'Tube, grid-left does not fit Plate, grid-top: pitch 101.6 mm against 100 mm.',
  );
  expect(problemInWords({ kind: 'openLoop', mate: 'm', one, other, apart: 12.7, degrees: 3 })).toBe(
    'Tube, grid-left and Plate, grid-top do not meet: they are 12.7 mm and 3° apart.',
  );
});

it('has a sentence for every kind of formula that cannot be reckoned', () => {
  const formula = {
    kind: 'formula',
    instance: null,
    name: '',
    parameter: 'width',
    written: '=a + ',
  } as const;
  const told = [
    { is: 'unreadable', at: 5 } as const,
    { is: 'unknownName', named: 'a' } as const,
    { is: 'notANumber' } as const,
    { is: 'tooLong' } as const,
    { is: 'tooMuch' } as const,
  ].map((why) => problemInWords({ ...formula, why }));
  expect(told[0]).toBe('The machine, width: “=a + ” cannot be read from character 6 on.');
  expect(new Set(told).size).toBe(5);
});

it('tells limits and what runs into each other', () => {
  lengthUnits.value = 'mm';
  const limits = {
    kind: 'outOfLimits',
    instance: 'a',
    name: 'Tube',
    parameter: 'length',
    options: [],
    unit: 'mm',
  } as const;
  expect(problemInWords({ ...limits, value: 50, least: 100, most: 6000 })).toBe(
    'Tube, length: 50 mm is too little; it starts at 100 mm.',
  );
  expect(problemInWords({ ...limits, value: 7000, least: 100, most: 6000 })).toBe(
    'Tube, length: 7000 mm is too much; it ends at 6000 mm.',
  );

  const hit = { one: 'a', oneName: 'Tube', other: 'b', otherName: 'Cube', volume: 12_500 };
  expect(interferenceInWords({ ...hit, middle: [0, 0, 0] })).toBe(
    'Tube and Cube run into each other by 12.5 cm³.',
  );
});

it('calls parameters and options of modules as the page does, and counts in what they count', () => {
  const { instances, problems } = solved(
    machineOf(
      thing('a', 'joint-plate', [0, 0, 0], { name: 'Plate', parameters: { columns: 900 } }),
      thing('b', 'frame-tube', [0, 0, 0], { name: 'Tube', parameters: { faces: 'three', length: '=wide' } }),
      thing('c', 'power-cube', [0, 0, 0], { name: 'Cube', parameters: { speed: 1 } }),
    ),
  );
  const byId = new Map(instances.map((each) => [each.instance.id, each]));
  const naming: Naming = {
    thing: (_id, name) => name,
    place: ({ name }) => name,
    ...namingOfModules(byId, (english) => ({ text: english, lang: 'en' })),
  };
  expect(problems.map((problem) => problemInWords(problem, naming))).toEqual([
    'Plate, Holes along: 900 is too much; it ends at 12.',
    'Tube, Drilled sides: “three” is none of None, Two, All four.',
    'Cube, Speed: 1 turns a minute is too little; it starts at 1,800 turns a minute.',
    'Tube, Length: “=wide” names “wide”, which is not there.',
  ]);
});

it('calls a design’s own parameter as people do, not by its id', () => {
  const parameters = [{ id: 'p-1', name: 'Track width', value: '=wide', unit: 'mm', note: '' }];
  const [problem] = solved({ ...EMPTY_CONTENT, parameters }).problems;
  expect(problem && problemInWords(problem)).toBe(
    'The machine, Track width: “=wide” names “wide”, which is not there.',
  );
});
