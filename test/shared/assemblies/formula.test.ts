import { describe, expect, it, test } from 'vitest';
import { readFormula, reckon } from '../../../shared/assemblies/formula.ts';
import { NameTable } from '../../../shared/assemblies/nameTable.ts';

const values: Record<string, number | string> = {
  width: 1200,
  'tube-length': 1524,
  engine: '28',
  faces: 'four',
  'left/length': 900,
};
const valueAt = (key: string) => (Object.hasOwn(values, key) ? values[key] : undefined);
const known = {
  own: new NameTable([
    ['width', 'width'],
    ['Tube length', 'tube-length'],
    ['tube-length', 'tube-length'],
    ['engine', 'engine'],
    ['faces', 'faces'],
  ]),
  instances: new NameTable([['left tube', 'left']]),
  parametersOf: () => new NameTable([['length', 'length']]),
};

function outcome(written: string): unknown {
  const read = readFormula(written, known);
  if ('fault' in read) return read.fault;
  const reckoned = reckon(read.formula, ({ instance, parameter }) =>
    valueAt(instance === null ? parameter : `${instance}/${parameter}`),
  );
  return 'fault' in reckoned ? reckoned.fault : reckoned.value;
}

describe('a formula', () => {
  test.each([
    ['=2 in', 50.8],
    ['=3/16 in', 4.7625],
    ['= 1 1/2"', 38.1],
    [`=5' 3 1/2"`, 1612.9],
    ['=1.5 m', 1500],
    ['12,7 mm', 12.7],
    ['=width - 2 in', 1149.2],
    ['=width-2 in', 1149.2],
    ['=2*(width + 100)/4', 650],
    ['=1 - 2 - 3', -4],
    ['=-width/2', -600],
    ['=WIDTH − 200', 1000],
    ['=Tube length / 2', 762],
    ['=tube-length - width', 324],
    ['=left tube.length + 1', 901],
    ['=min(width, 2 m, 30 in)', 762],
    ['=max(1,5)', 5],
    ['=round(tube-length / 101.6)', 15],
    ['=sqrt(3 * 3 + 16)', 5],
    ['=2 * sin(30) + cos(60)', 1.5],
    ['=atan2(5, -5)', 135],
    ['=floor(1000; 101.6)', 914.4],
    ['=engine + 1', 29],
    ['=faces', 'four'],
    ['=0.1 + 0.2', 0.3],
  ])('%s comes to %s', (written, expected) => {
    expect(outcome(written)).toBe(expected);
  });

  test.each([
    ['=', { is: 'unreadable', at: 1 }],
    ['=length -', { is: 'unreadable', at: 9 }],
    ['=2 2', { is: 'unreadable', at: 3 }],
    ['=2 kg', { is: 'unreadable', at: 3 }],
    ['=(1 + 2', { is: 'unreadable', at: 7 }],
    ['=1..2', { is: 'unreadable', at: 1 }],
    ['=widht + 1', { is: 'unknownName', named: 'widht' }],
    ['=Frame length - 2', { is: 'unknownName', named: 'Frame length' }],
    ['=width of it', { is: 'unreadable', at: 7 }],
    ['=left tube.wall', { is: 'unknownName', named: 'left tube.wall' }],
    ['=other.length', { is: 'unknownName', named: 'other.length' }],
    ['=alert(1)', { is: 'unknownName', named: 'alert' }],
    ['=constructor', { is: 'unknownName', named: 'constructor' }],
    ['=width / 0', { is: 'notANumber' }],
    ['=faces * 2', { is: 'notANumber' }],
    ['=1e308 * 10', { is: 'notANumber' }],
    [`=${'1+'.repeat(100)}1`, { is: 'tooLong' }],
  ])('%s is told as %o', (written, expected) => {
    expect(outcome(written)).toEqual(expected);
  });

  it('of nothing but parentheses or signs ends', () => {
    expect(outcome('('.repeat(200))).toEqual({ is: 'unreadable', at: 200 });
    expect(outcome(`${'-'.repeat(199)}1`)).toBe(-1);
  });
});
