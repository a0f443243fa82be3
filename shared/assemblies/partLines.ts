import type { DesignContent, DraftContent } from '../designs/content.ts';
import { emptyLine, MOST_LINES, type PartLine } from '../designs/partLines.ts';
import { DENSITIES, type Material } from '../modules/materials.ts';
import type { ModulePart } from '../modules/module.ts';
import type { AssemblySources, Choices, SolvedAssembly } from './assembly.ts';
import type { AlternativeInstance } from './instances.ts';
import { derivedId, isDerived } from './lineIds.ts';
import { solve } from './solve.ts';
import { ModuleAtValues, SolvedLevel, type StandingInstance } from './standing.ts';
import { nameOfThing, ownValues } from './things.ts';

type Listed = Pick<DraftContent, 'parameters' | 'instances' | 'mates' | 'parts'>;
type LinesById = ReadonlyMap<string, PartLine>;

/** What a saw takes where nobody said: millimetres. */
const USUAL_KERF = 3;

/**
 * The whole parts list of a content: what stands in its model has lines that follow from it, all others stay as they
 * were written. What only people know of a derived line (price, note, files, kerf, whether it is tracked) is kept from
 * the line of that id.
 */
export const partLinesFrom = (content: Listed, sources: AssemblySources, choices: Choices = {}): PartLine[] =>
  partLinesOf(solve(content, sources, choices), content, sources, choices);

/** The same of an assembly that is solved already, with the same choices. */
export function partLinesOf(
  solved: SolvedAssembly,
  content: Listed,
  sources: AssemblySources,
  choices: Choices = {},
): PartLine[] {
  const derived = solved instanceof SolvedLevel ? derivedLines(solved, content.parts, sources, choices) : [];
  return withDerived(content.parts, [...derived, ...unknownDesigns(content, sources)]);
}

/** Designs that are not known here: what their lines said, and what was written out below them, stays. */
function unknownDesigns({ instances, parts }: Listed, sources: AssemblySources): PartLine[] {
  const unknown = instances.filter(({ of }) => of.kind === 'design' && sources.designOf(of) === null);
  const groups = Map.groupBy(unknown, ({ of, parameters }) => JSON.stringify([of, parameters]));
  return [...groups.values()].flatMap((group): PartLine[] => {
    const ids = group.map(({ id }) => derivedId(id));
    const before = parts.find(({ id }) => ids.includes(id));
    const [first] = group;
    if (first?.of.kind !== 'design') return [];
    const { designId, revision } = first.of;
    const of = Object.keys(first.parameters).length === 0 ? { designId, revision } : null;
    const line = before ?? emptyLine(derivedId(first.id), oneLine(first.name, 160) || designId);
    return [{ ...line, quantity: group.length, of, source: 'make' }, ...below(line.id, parts)];
  });
}

/** All derived lines that stand below one. */
function below(id: string, parts: readonly PartLine[]): PartLine[] {
  const within = new Set([id]);
  // Lines stand behind those that they go into.
  return parts.filter((line) => {
    const isIn = line.parent !== null && within.has(line.parent) && isDerived(line) && !within.has(line.id);
    if (isIn) within.add(line.id);
    return isIn;
  });
}

/** Derived lines stand where the first of them stood before; else behind all others. */
function withDerived(parts: readonly PartLine[], derived: readonly PartLine[]): PartLine[] {
  const written = parts.filter((line) => !isDerived(line));
  const seen = new Set(written.map(({ id }) => id));
  const own = derived.filter(({ id }) => !seen.has(id) && seen.add(id));
  const kept = own.slice(0, Math.max(0, MOST_LINES - written.length));
  const ids = new Set([...written, ...kept].map(({ id }) => id));
  const whole = written.map((line) =>
    line.parent !== null && isDerived({ id: line.parent }) && !ids.has(line.parent)
      ? { ...line, parent: null }
      : line,
  );
  const first = parts.findIndex(isDerived);
  const before = first < 0 ? whole.length : parts.slice(0, first).filter((line) => !isDerived(line)).length;
  return [...whole.slice(0, before), ...kept, ...whole.slice(before)];
}

/** The lines of one level, in the order of its instances. */
function derivedLines(
  level: SolvedLevel,
  before: readonly PartLine[],
  sources: AssemblySources,
  choices: Choices,
): PartLine[] {
  const known: LinesById = new Map(before.map((line) => [line.id, line]));
  const lines: PartLine[] = [];
  for (const group of groupsOf(level, choices).values()) {
    const [first] = group;
    if (!first) continue;
    const itself = group.find(({ instance }) => known.has(derivedId(instance.id))) ?? first;
    const id = derivedId(itself.instance.id);
    if (lines.length < MOST_LINES) lines.push(...linesOf(id, group, first, known, sources, choices));
  }
  return lines;
}

/** The line that each instance of an assembly belongs to, by the instance's id. */
export function lineOfInstances(level: SolvedLevel, before: readonly PartLine[]): Map<string, string> {
  const known = new Set(before.map(({ id }) => id));
  const lineOf = new Map<string, string>();
  for (const group of groupsOf(level, {}).values()) {
    const itself = group.find(({ instance }) => known.has(derivedId(instance.id))) ?? group[0];
    if (itself) for (const { instance } of group) lineOf.set(instance.id, derivedId(itself.instance.id));
  }
  return lineOf;
}

/** Instances of the same thing at the same values, with the same that may stand in their place. */
function groupsOf(level: SolvedLevel, choices: Choices): Map<string, StandingInstance[]> {
  const chosen = Object.keys(choices);
  return Map.groupBy(level.instances, ({ instance, of, values }) => {
    const others = instance.alternatives.map((each) => [each.name, each.of, each.parameters, each.note]);
    const inner = chosen.filter((key) => key.startsWith(`${instance.id}/`)).map((key) => [key, choices[key]]);
    return JSON.stringify([of, values, others, inner]);
  });
}

function linesOf(
  id: string,
  group: readonly StandingInstance[],
  first: StandingInstance,
  known: LinesById,
  sources: AssemblySources,
  choices: Choices,
): PartLine[] {
  const { instance, of, fitting, inner } = first;
  const alternatives = instance.alternatives.map((each) => alternativePart(each, sources));
  const name = commonName(group);
  if (fitting instanceof ModuleAtValues) {
    const parts = fitting.module.parts(fitting.values);
    const [only] = parts;
    if (only && parts.length === 1) {
      const line = lineOfPart(id, only, null, known.get(id));
      return [named({ ...line, quantity: group.length * only.quantity, alternatives }, name)];
    }
    const whole = { ...kept(id, fitting.module.name, known.get(id)), quantity: group.length, alternatives };
    return [
      named({ ...whole, source: 'make' }, name),
      ...parts.map((part) => {
        const partId = derivedId(id.slice(2), part.id);
        return lineOfPart(partId, part, id, known.get(partId));
      }),
    ];
  }
  const plain = nameOfThing(of, sources) || first.name;
  const line = {
    ...kept(id, plain, known.get(id)),
    quantity: group.length,
    alternatives,
    source: 'make' as const,
  };
  if (of.kind !== 'design' || !inner) return [named(line, name)];
  const content = sources.designOf(of);
  if (!content) return [named(line, name)];
  const innerChoices = Object.entries(choices).flatMap(([key, choice]) =>
    key.startsWith(`${instance.id}/`) ? [[key.slice(instance.id.length + 1), choice] as const] : [],
  );
  if (innerChoices.length === 0 && isAsUsual(inner, content)) {
    const pin = { designId: of.designId, revision: of.revision };
    return [named({ ...line, of: pin }, name)];
  }
  return [
    named(line, name),
    ...writtenOut(id, inner, content, known, sources, Object.fromEntries(innerChoices)),
  ];
}

/** What designs come to where nobody sets anything, as text. */
const usual = new WeakMap<DesignContent, string>();

function isAsUsual(inner: SolvedLevel, content: DesignContent): boolean {
  const own = usual.get(content) ?? JSON.stringify(ownValues(content, {}));
  usual.set(content, own);
  return JSON.stringify(inner.values) === own;
}

/** The list of a design as it is with other values than its own, below one line. */
function writtenOut(
  id: string,
  inner: SolvedLevel,
  content: DesignContent,
  known: LinesById,
  sources: AssemblySources,
  choices: Choices,
): PartLine[] {
  const lines = withDerived(content.parts, derivedLines(inner, content.parts, sources, choices));
  const newId = (old: string): string => derivedId(id.slice(2), old);
  return lines.map((line) => {
    const before = known.get(newId(line.id));
    const parent = line.parent === null ? id : newId(line.parent);
    // Files are those of the other design.
    const there = { ...line, id: newId(line.id), parent, files: [] };
    return before ? { ...there, ...ofPeople(before) } : there;
  });
}

/** What only people know of a line. */
const ofPeople = ({ price, note, files, tracked }: PartLine) => ({ price, note, files, tracked });

const kept = (id: string, name: string, before: PartLine | undefined): PartLine => ({
  ...emptyLine(id, oneLine(name, 160) || id),
  ...(before ? ofPeople(before) : {}),
});

function lineOfPart(
  id: string,
  part: ModulePart,
  parent: string | null,
  before: PartLine | undefined,
): PartLine {
  const { material, volume, quantity, cut } = part;
  return {
    ...kept(id, part.name, before),
    parent,
    specification: oneLine(part.specification, 200),
    material: MATERIAL_NAMES[material],
    quantity,
    source: part.source,
    tracked: before?.tracked ?? part.tracked,
    cut: cut && {
      stock: oneLine(cut.stock, 120),
      length: Number(cut.length.toPrecision(9)),
      kerf: before?.cut?.kerf ?? USUAL_KERF,
    },
    mass: Number((volume * DENSITIES[material]).toPrecision(6)),
    machines: part.machines.slice(0, 10),
  };
}

const MATERIAL_NAMES: Record<Material, string> = {
  steel: 'steel',
  castIron: 'cast iron',
  aluminium: 'aluminium',
  petg: 'PETG',
  plywood: 'plywood',
  rubber: 'rubber',
  machine: '',
};

/** The name that all instances of a group were given; null: none, or different ones. */
function commonName(group: readonly StandingInstance[]): string | null {
  const [first] = group;
  const name = first?.instance.name ?? '';
  return name !== '' && group.every(({ instance }) => instance.name === name) ? name : null;
}

/** Called by the name it was given; what it is then stands in the specification. */
const named = (line: PartLine, name: string | null): PartLine =>
  name === null || name === line.name
    ? line
    : {
        ...line,
        name: oneLine(name, 160),
        specification: oneLine([line.name, line.specification].filter(Boolean).join('; '), 200),
      };

function alternativePart({ of, name, note }: AlternativeInstance, sources: AssemblySources) {
  const pin = of.kind === 'design' ? { designId: of.designId, revision: of.revision } : null;
  const what = nameOfThing(of, sources);
  return { name: oneLine(name || what, 160) || '?', specification: name ? what : '', of: pin, note };
}

const oneLine = (text: string, most: number): string => text.trim().slice(0, most).trim();
