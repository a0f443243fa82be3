import type { DesignFile, DraftContent } from '../../../shared/designs/content.ts';
import { changesBetween } from '../../../shared/designs/differences.ts';
import type { DesignStep } from '../../../shared/designs/steps.ts';
import { counted } from './instructions.ts';
import type { Remarks } from './tree.ts';

/**
 * The next state of a design whose folder is brought again: what the folder speaks of is taken from it, all else stays.
 * Entries that are the same keep their ids and their order, so that comparing shows only what changed.
 */
export function broughtAgain(base: DraftContent, found: DraftContent): DraftContent {
  const or = <Value>(value: Value, isEmpty: boolean, before: Value): Value => (isEmpty ? before : value);
  const list = <
    Key extends
      | 'parameters'
      | 'modules'
      | 'instances'
      | 'mates'
      | 'interfaces'
      | 'relations'
      | 'attributions',
  >(
    key: Key,
  ) => or(found[key], found[key].length === 0, base[key]);
  const text = (
    key:
      | 'title'
      | 'purpose'
      | 'story'
      | 'version'
      | 'licence'
      | 'documentationLicence'
      | 'softwareLicence'
      | 'safety',
  ) => found[key] || base[key];
  return {
    ...found,
    title: text('title'),
    purpose: text('purpose'),
    story: text('story'),
    version: text('version'),
    licence: text('licence'),
    documentationLicence: text('documentationLicence'),
    softwareLicence: text('softwareLicence'),
    safety: text('safety'),
    changes: '',
    category: or(found.category, found.category === 'other', base.category),
    tags: [...new Set([...base.tags, ...found.tags])].slice(0, 50),
    technologyReadiness: found.technologyReadiness ?? base.technologyReadiness,
    documentationReadiness: found.documentationReadiness ?? base.documentationReadiness,
    commercialPrice: found.commercialPrice ?? base.commercialPrice,
    parameters: list('parameters'),
    modules: list('modules'),
    instances: list('instances'),
    mates: list('mates'),
    interfaces: list('interfaces'),
    relations: list('relations'),
    attributions: list('attributions'),
    parts: or(found.parts, found.parts.length === 0, base.parts),
    steps: or(sameSteps(base.steps, found.steps), found.steps.length === 0, base.steps),
    files: sameFiles(base.files, found.files),
    links: {
      repository: found.links.repository || base.links.repository,
      documentation: found.links.documentation || base.links.documentation,
      project: found.links.project || base.links.project,
    },
    exchange: found.exchange ?? base.exchange,
  };
}

/** A step is known by its title, or by its text where only the title changed. */
function sameSteps(base: readonly DesignStep[], found: readonly DesignStep[]): DesignStep[] {
  const left = new Set(base);
  const take = (matches: (step: DesignStep) => boolean): DesignStep | undefined => {
    const known = [...left].find(matches);
    if (known) left.delete(known);
    return known;
  };
  const byTitle = found.map((step) => take(({ title }) => title === step.title));
  const known = found.map(
    (step, index) => byTitle[index] ?? take(({ text }) => text !== '' && text === step.text),
  );
  const used = new Set(known.flatMap((step) => step?.id ?? []));
  return found.map((step, index) => {
    const before = known[index];
    if (before) return { ...before, title: step.title, text: step.text, pictures: step.pictures };
    // The id of a step that was found anew may be that of one that has gone on under another title.
    let { id } = step;
    while (used.has(id)) id = `${id.slice(0, 30)}-n${used.size}`;
    used.add(id);
    return { ...step, id };
  });
}

/** Files keep their role and words where those were given, and their order; new ones come last. */
function sameFiles(base: readonly DesignFile[], found: readonly DesignFile[]): DesignFile[] {
  const places = new Map(base.map(({ path }, index) => [path, index]));
  return found
    .map((file) => {
      const before = base[places.get(file.path) ?? -1];
      return before ? { ...file, role: before.role, words: file.words || before.words } : file;
    })
    .sort((one, other) => (places.get(one.path) ?? base.length) - (places.get(other.path) ?? base.length));
}

const WHAT: Record<string, string> = {
  parts: 'line',
  files: 'file',
  steps: 'step',
  parameters: 'parameter',
  interfaces: 'interface',
};

/** Says in a remark or a few what is different now. */
export function tellChanges(base: DraftContent, content: DraftContent, remarks: Remarks): void {
  const changes = changesBetween(base, { ...content, changes: base.changes });
  if (changes.length === 0) {
    remarks.add('kept', '', 'Nothing is different from the newest revision.');
    return;
  }
  for (const [list, what] of Object.entries(WHAT)) {
    const added = changes.filter((change) => change.kind === 'add' && change.list === list).length;
    const removed = changes.filter((change) => change.kind === 'remove' && change.list === list).length;
    const changed = new Set(
      changes.flatMap((change) =>
        change.kind === 'set' && change.at[0] === list ? (change.at[1] ?? []) : [],
      ),
    ).size;
    if (added > 0) remarks.add('recognised', list, `New since the newest revision: ${counted(added, what)}.`);
    if (changed > 0) {
      remarks.add('recognised', list, `Changed since the newest revision: ${counted(changed, what)}.`);
    }
    if (removed > 0)
      remarks.add('recognised', list, `Gone since the newest revision: ${counted(removed, what)}.`);
  }
  const fields = new Set(
    changes.flatMap((change) => (change.kind === 'set' && change.at.length === 1 ? change.at : [])),
  );
  for (const field of fields) remarks.add('recognised', field, 'This is different from the newest revision.');
}
