import { isDerived } from '../assemblies/lineIds.ts';
import type { DraftContent } from './content.ts';
import type { Contradiction } from './contradictionView.ts';

type Kind = 'inch' | 'metric';
interface Dimension {
  kind: Kind;
  written: string;
  at: string[];
}

const NUMBER = String.raw`(?:\d+(?:[.,]\d+)?(?:[\s-]\d+\/\d+)?|\d+\/\d+)`;
/** `1/4 in`, `3"`, `2 ft`; a plate that is 1/4 by 4 by 4 inches counts once. */
const INCH = new RegExp(
  String.raw`(?<![\w.])${NUMBER}\s?(?:in\b(?!\s(?:the|a|an|its|this|each)\b)|inch(?:es)?\b|["”″]|ft\b|pulgadas?\b)`,
  'i',
);
const METRIC = new RegExp(String.raw`(?<![\w.])${NUMBER}\s?(?:mm|cm|m)\b(?![²2³3])`, 'i');

function dimensionOf(text: string, at: string[]): Dimension[] {
  if (!/\d/.test(text)) return [];
  const inch = INCH.exec(text)?.[0];
  const metric = METRIC.exec(text)?.[0];
  // Who writes both beside each other translates: `3/4 in (19 mm)`.
  if ((inch === undefined) === (metric === undefined)) return [];
  return inch === undefined
    ? [{ kind: 'metric', written: metric ?? '', at }]
    : [{ kind: 'inch', written: inch, at }];
}

/** Inches beside millimetres in the lengths of one parts list: each side with its first lines. */
export function mixedUnitsIn({
  parts,
  instances,
}: Pick<DraftContent, 'parts' | 'instances'>): Contradiction[] {
  // A module tells its sizes as they are usual for it: nobody wrote them, and its model measures in one unit.
  const written = instances.length === 0 ? parts : parts.filter((line) => !isDerived(line));
  const found = written.flatMap((line): Dimension[] => {
    const texts = dimensionOf(`${line.specification} ${line.cut?.stock ?? ''}`, [
      'parts',
      line.id,
      'specification',
    ]);
    if (line.unit === 'in' || line.unit === 'ft') {
      return [
        {
          kind: 'inch',
          written: `${line.written || line.quantity} ${line.unit}`,
          at: ['parts', line.id, 'unit'],
        },
        ...texts,
      ];
    }
    if (line.unit === 'mm' || line.unit === 'm') {
      return [
        { kind: 'metric', written: `${line.quantity} ${line.unit}`, at: ['parts', line.id, 'unit'] },
        ...texts,
      ];
    }
    return texts;
  });
  const of = (kind: Kind) => found.filter((each) => each.kind === kind);
  const [inches, metric] = [of('inch'), of('metric')];
  if (inches.length === 0 || metric.length === 0) return [];
  const shown = [...inches.slice(0, 3), ...metric.slice(0, 3)];
  return [
    {
      kind: 'mixedUnits',
      sentence: `The parts list measures ${times(inches.length)} in inches and ${times(metric.length)} in millimetres or metres: ${shown.map(({ written }) => written).join(', ')}.`,
      at: shown.map(({ at }) => at),
      values: shown.map(({ written }) => written),
    },
  ];
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);
