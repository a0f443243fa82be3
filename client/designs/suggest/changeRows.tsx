import './suggest.css';
import {
  type ContentChange,
  type ContentConflict,
  keyedLists,
  keyOfChange,
} from '../../../shared/designs/changes.ts';
import { t } from '../../catalogue/designTexts.ts';
import { Chips } from '../../ui/chips.tsx';
import { PageSection } from '../../ui/page.tsx';
import { ManyRows, WhatMark } from '../compare/changedSections.tsx';
import { ChangeShown } from '../compare/changeShown.tsx';
import { entryInWords, textOfEntry } from '../compare/entryWords.ts';
import { type ChangedEntry, fieldInWords, fieldOf, listOf, sectionsOf } from '../compare/sections.ts';
import type { Side, Sides } from '../compare/sides.ts';
import { valueInWords } from '../compare/values.ts';
import { quantityInWords } from '../figures.ts';
import type { Choice, OurSide } from './choice.ts';

const words = t.lineage;

export interface Choosing {
  choice: Choice;
  onTaken: (key: string, isTaken: boolean) => void;
  onSide: (key: string, side: OurSide) => void;
}

interface ChangeRowsProps {
  changes: readonly ContentChange[];
  sides: Sides;
  conflicts: readonly ContentConflict[];
  /** The newest revision of the lineage: what stands there now. */
  ours: Side;
  /** For its maintainers while it is open; null: only to be read. */
  choosing: Choosing | null;
  /** Keys of those that were taken; null: nothing is decided. */
  taken: ReadonlySet<string> | null;
}

/** Every change of a suggestion by itself, gathered by what it is about; both sides where they conflict. */
export function ChangeRows({ changes, sides, conflicts, ours, choosing, taken }: ChangeRowsProps) {
  const conflicting = new Map(conflicts.map((each) => [keyOfChange(each.change), each] as const));
  return (
    <>
      {sectionsOf(changes, sides).map(({ name, entries }) => (
        <PageSection key={name} title={words.sections[name]}>
          <ManyRows items={entries} keyOf={({ key }) => key}>
            {(entry) => (
              <div class="stack change-rows">
                {entry.changes.length > 1 && <EntryHead entry={entry} />}
                {entry.changes.map((change) => {
                  const key = keyOfChange(change);
                  return (
                    <ChangeRow
                      key={key}
                      entry={entry}
                      change={change}
                      sides={sides}
                      ours={ours}
                      conflict={conflicting.get(key)}
                      choosing={choosing}
                      wasTaken={taken === null ? null : taken.has(key)}
                    />
                  );
                })}
              </div>
            )}
          </ManyRows>
        </PageSection>
      ))}
    </>
  );
}

interface ChangeRowProps {
  entry: ChangedEntry;
  change: ContentChange;
  sides: Sides;
  ours: Side;
  conflict: ContentConflict | undefined;
  choosing: Choosing | null;
  wasTaken: boolean | null;
}

function EntryHead({ entry: { what, name } }: { entry: ChangedEntry }) {
  return (
    <p class="entry-head">
      <WhatMark what={what} />
      <strong>{name}</strong>
    </p>
  );
}

/** What is chosen, by name: `Heated bed, price`. */
const called = ({ name, list }: ChangedEntry, change: ContentChange) =>
  list !== null && change.kind === 'set' && fieldOf(change) !== ''
    ? `${name}, ${fieldInWords(fieldOf(change)).toLowerCase()}`
    : name;

function ChangeRow({ entry, change, sides, ours, conflict, choosing, wasTaken }: ChangeRowProps) {
  const key = keyOfChange(change);
  const name = called(entry, change);
  const isTaken = choosing?.choice.taken.has(key) ?? false;
  return (
    <div class="change-row" data-left={choosing && !isTaken ? true : undefined}>
      {choosing && (
        <label class="check">
          <input
            type="checkbox"
            checked={isTaken}
            aria-label={words.take(name)}
            onChange={(event) => choosing.onTaken(key, event.currentTarget.checked)}
          />
        </label>
      )}
      <div class="changed-entry">
        {entry.changes.length === 1 && <EntryHead entry={entry} />}
        <ChangeShown change={change} sides={sides} />
        {wasTaken !== null && <p class="soft small">{wasTaken ? words.taken : words.notTaken}</p>}
        {choosing && key === 'title' && <p class="soft small">{words.titleStays}</p>}
        {conflict && (
          <Conflict
            conflict={conflict}
            name={name}
            sides={sides}
            ours={ours}
            choosing={isTaken ? choosing : null}
          />
        )}
      </div>
    </div>
  );
}

interface ConflictProps {
  conflict: ContentConflict;
  name: string;
  sides: Sides;
  ours: Side;
  choosing: Choosing | null;
}

function Conflict({ conflict: { change, mine }, name, sides, ours, choosing }: ConflictProps) {
  const key = keyOfChange(change);
  const theirs = change.kind === 'set' ? change.to : change.kind === 'add' ? change.value : null;
  return (
    <div class="note stack" data-tone="soon">
      <p>{words.conflict}</p>
      <dl class="conflict-sides">
        <div>
          <dt>{words.standsHere}</dt>
          <dd>{wholeValue(change, mine, ours)}</dd>
        </div>
        <div>
          <dt>{words.standsInFork}</dt>
          <dd>{wholeValue(change, theirs, sides.after)}</dd>
        </div>
      </dl>
      {choosing && (
        <Chips<OurSide | ''>
          label={words.conflictSide(name)}
          value={choosing.choice.sides.get(key) ?? ''}
          options={[
            { value: 'mine', label: words.keepOurs },
            { value: 'theirs', label: words.takeTheirs },
          ]}
          onValue={(side) => side !== '' && choosing.onSide(key, side)}
        />
      )}
    </div>
  );
}

/** What one side has at the place of a change. */
function wholeValue(change: ContentChange, value: unknown, side: Side): string {
  const list = listOf(change);
  const isEntry = list !== null && (change.kind !== 'set' || fieldOf(change) === '');
  if (value === null || value === undefined) {
    const isGone =
      isEntry ||
      (change.kind === 'set' &&
        keyedLists.some((each) => each === list && side.entry(each, change.at[1] ?? '') === undefined));
    return isGone ? words.gone : t.draft.changes.nothing;
  }
  if (list === 'parts' && change.kind === 'set' && fieldOf(change) === 'quantity') {
    const line = side.line(change.at[1] ?? '');
    if (line && typeof value === 'number') return quantityInWords(value, line.unit);
  }
  if (!isEntry) return change.kind === 'set' ? valueInWords(list, fieldOf(change), value, side) : '';
  const name =
    typeof value === 'object' ? String(Reflect.get(value, 'name') ?? Reflect.get(value, 'title') ?? '') : '';
  return [name, entryInWords(list, value), textOfEntry(list, value)].filter(Boolean).join(' · ');
}
