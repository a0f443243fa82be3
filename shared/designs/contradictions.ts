import { circularLines } from './circularLines.ts';
import type { DraftContent } from './content.ts';
import type { Contradiction } from './contradictionView.ts';
import { mixedUnitsIn } from './mixedUnits.ts';
import { twoValuesIn } from './twoValues.ts';
import { converted } from './units.ts';

/** Of one kind, at most: a list of ten thousand faults helps nobody. */
const MOST_OF_A_KIND = 20;

/** Characters of story and steps that are looked through: some tenths of a second. */
const MOST_CHARACTERS = 400_000;

type Finder = (content: DraftContent) => Contradiction[];

/**
 * Everything in a design that contradicts itself, with its places; nothing is refused for it.
 * @param isLicence whether a text is an SPDX expression; without it nothing is said about licences.
 */
export function contradictionsIn(
  content: DraftContent,
  isLicence: (text: string) => boolean = () => true,
): Contradiction[] {
  const read = withinReach(content);
  return [...FINDERS, unclearLicences(isLicence)].flatMap((find) => find(read).slice(0, MOST_OF_A_KIND));
}

/** Without the texts of steps that lie beyond what is read: they are looked through whenever somebody opens the page. */
function withinReach(content: DraftContent): DraftContent {
  let left = MOST_CHARACTERS - content.story.length;
  return {
    ...content,
    steps: content.steps.map((step) => {
      left -= step.text.length;
      return left >= 0 ? step : { ...step, text: '' };
    }),
  };
}

const unclearLicences =
  (isLicence: (text: string) => boolean): Finder =>
  (content) =>
    (['licence', 'documentationLicence', 'softwareLicence'] as const)
      .filter((field) => content[field] !== '' && !isLicence(content[field]))
      .map((field) => ({
        kind: 'licenceUnclear',
        sentence: `“${content[field]}” is not an SPDX licence expression.`,
        at: [[field]],
        values: [content[field]],
      }));

const unknownParts: Finder = ({ parts, steps }) => {
  const ids = new Set(parts.map(({ id }) => id));
  return steps.flatMap((step, index) =>
    step.parts
      .filter(({ line }) => !ids.has(line))
      .map(({ line }) => ({
        kind: 'unknownPart' as const,
        sentence: `Step ${index + 1}, “${step.title}”, uses a part that the list does not have.`,
        at: [['steps', step.id, 'parts']],
        values: [line],
      })),
  );
};

/** `[[Frame tube]]` in a text names a part of the list. */
const MENTION = /\[\[([^[\]\n]{1,160})\]\]/g;

const unknownMentions: Finder = ({ parts, steps, story }) => {
  const texts = [
    ...steps.map(({ id, text }) => ({ at: ['steps', id, 'text'], text })),
    { at: ['story'], text: story },
  ].filter(({ text }) => text.includes('[['));
  if (texts.length === 0) return [];
  const known = new Set(parts.flatMap(({ id, name }) => [id, name.trim().toLowerCase()]));
  return texts.flatMap(({ at, text }) =>
    [...text.matchAll(MENTION)].flatMap(([, name = '']) =>
      known.has(name.trim().toLowerCase())
        ? []
        : [
            {
              kind: 'unknownPart' as const,
              sentence: `The text names the part “${name.trim()}”, which the list does not have.`,
              at: [at],
              values: [name.trim()],
            },
          ],
    ),
  );
};

const unknownFiles: Finder = ({ files, parts, steps, story, instances }) => {
  const paths = new Set(files.map(({ path }) => path));
  const of = (named: readonly string[], at: string[], who: string): Contradiction[] =>
    named
      .filter((path) => !paths.has(path))
      .map((path) => ({
        kind: 'unknownFile',
        sentence: `${who} names the file ${path}, which the design does not have.`,
        at: [at],
        values: [path],
      }));
  return [
    ...parts.flatMap((line) => of(line.files, ['parts', line.id, 'files'], `“${line.name}”`)),
    ...steps.flatMap((step) => of(step.pictures, ['steps', step.id, 'pictures'], `“${step.title}”`)),
    ...steps.flatMap((step) => of(picturesIn(step.text), ['steps', step.id, 'text'], `“${step.title}”`)),
    ...of(picturesIn(story), ['story'], 'The story'),
    ...instances.flatMap(({ id, name, of: thing }) =>
      thing.kind === 'file' ? of([thing.path], ['instances', id, 'of'], `“${name || thing.path}”`) : [],
    ),
  ];
};

/** Pictures that a Markdown text shows from the design's own files. */
function picturesIn(markdown: string): string[] {
  if (!markdown.includes('![')) return [];
  return [...markdown.matchAll(/!\[[^\]\n]{0,300}\]\(<?([^)>\s]{1,400})>?[^)\n]{0,100}\)/g)].flatMap(
    ([, target = '']) => (/^[a-z][a-z0-9+.-]*:|^\/\/|^#/i.test(target) ? [] : [pathOf(target)]),
  );
}

function pathOf(target: string): string {
  const plain = target.replace(/^(\.?\/)+/, '');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

const quantityExceeded: Finder = ({ parts, steps }) => {
  const lines = new Map(parts.map((line) => [line.id, line]));
  const used = new Map<string, number>();
  for (const step of steps) {
    for (const { line, quantity } of step.parts) {
      if (quantity !== null) used.set(line, (used.get(line) ?? 0) + quantity);
    }
  }
  const timesOf = timesInWhole(parts);
  const exceeded = [...used].flatMap(([id, quantity]) => {
    const line = lines.get(id);
    if (line === undefined) return [];
    const whole = line.quantity * timesOf(line.parent);
    // Thirds and halves do not add up exactly.
    return quantity <= whole * (1 + 1e-9) ? [] : [{ line, whole, quantity }];
  });
  return exceeded.slice(0, MOST_OF_A_KIND).map(({ line, whole, quantity }) => ({
    kind: 'quantityExceeded' as const,
    sentence: `The steps use ${plain(quantity)} of “${line.name}”; the list has ${plain(whole)}.`,
    at: [
      ['parts', line.id, 'quantity'],
      ...steps
        .filter(({ parts: fitted }) => fitted.some((each) => each.line === line.id))
        .map((step) => ['steps', step.id, 'parts']),
    ],
    values: [plain(whole), plain(quantity)],
  }));
};

/** How many of a line there are in the whole; one of what goes into itself, or stands in the whole (null). */
function timesInWhole(parts: DraftContent['parts']): (id: string | null) => number {
  const lines = new Map(parts.map((line) => [line.id, line]));
  const known = new Map([...circularLines(parts)].map((id) => [id, 1]));
  return (id) => {
    const path: DraftContent['parts'] = [];
    let line = lines.get(id ?? '');
    while (line && !known.has(line.id)) {
      path.push(line);
      line = lines.get(line.parent ?? '');
    }
    let times = known.get(line?.id ?? '') ?? 1;
    for (const { id: own, quantity, unit } of path.reverse()) {
      times *= converted(quantity, unit, 'piece') ?? quantity;
      known.set(own, times);
    }
    return times;
  };
}

const plain = (value: number): string => String(Number(value.toPrecision(6)));

const orphanedParents: Finder = ({ parts }) => {
  const ids = new Set(parts.map(({ id }) => id));
  const circular = circularLines(parts);
  return parts.flatMap((line) => {
    if (line.parent !== null && !ids.has(line.parent)) {
      return [orphan(line, `“${line.name}” goes into a line that the list does not have.`)];
    }
    return circular.has(line.id)
      ? [orphan(line, `“${line.name}” goes into itself, by way of other lines.`)]
      : [];
  });
};

const orphan = (line: DraftContent['parts'][number], sentence: string): Contradiction => ({
  kind: 'orphanedParent',
  sentence,
  at: [['parts', line.id, 'parent']],
  values: [line.parent ?? ''],
});

const FINDERS: readonly Finder[] = [
  twoValuesIn,
  mixedUnitsIn,
  unknownParts,
  unknownMentions,
  unknownFiles,
  quantityExceeded,
  orphanedParents,
];
