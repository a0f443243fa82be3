import './compare.css';
import { IconArrowsUpDown, IconMinus, IconPencil, IconPlus } from '@tabler/icons-preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../catalogue/designTexts.ts';
import { Button } from '../../ui/button.tsx';
import { PageSection } from '../../ui/page.tsx';
import { ChangeShown } from './changeShown.tsx';
import { differenceOfLine } from './difference.ts';
import { type ChangedEntry, type ChangedSection, headed, type What } from './sections.ts';
import type { Sides } from './sides.ts';

const words = t.lineage;
/** So many entries of a section are drawn at first, and so many more with each press. */
const AT_FIRST = 60;
const MORE = 300;

const SIGNS: Record<What, typeof IconPlus> = {
  added: IconPlus,
  removed: IconMinus,
  changed: IconPencil,
  moved: IconArrowsUpDown,
};

/** What happened to an entry: a sign with its word, never colour alone. */
export function WhatMark({ what }: { what: What }) {
  const Sign = SIGNS[what];
  return (
    <span class="what-mark" data-what={what}>
      <Sign size={18} aria-hidden="true" />
      {words.what[what]}
    </span>
  );
}

/** Everything that changed, section by section. */
export function ChangedSections({ sections, sides }: { sections: readonly ChangedSection[]; sides: Sides }) {
  return (
    <>
      {sections.map(({ name, entries }) => (
        <PageSection key={name} title={words.sections[name]}>
          <ManyRows items={entries} keyOf={({ key }) => key}>
            {(entry) => <EntryShown entry={entry} sides={sides} />}
          </ManyRows>
        </PageSection>
      ))}
    </>
  );
}

interface ManyRowsProps<Item> {
  items: readonly Item[];
  keyOf: (item: Item) => string;
  children: (item: Item) => ComponentChildren;
}

/** A list that is drawn bit by bit, however long it is. */
export function ManyRows<Item>({ items, keyOf, children }: ManyRowsProps<Item>) {
  const [shown, setShown] = useState(AT_FIRST);
  const left = items.length - shown;
  return (
    <>
      <ul class="rows">
        {items.slice(0, shown).map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {left > 0 && (
        <Button wide onPress={() => setShown(shown + MORE)}>
          {words.moreChanges(left)}
        </Button>
      )}
    </>
  );
}

function EntryShown({ entry, sides }: { entry: ChangedEntry; sides: Sides }) {
  const { what, list, before, after } = entry;
  const { head, rest } = headed(entry);
  const differences = list === 'parts' ? differenceOfLine(before, after) : [];
  return (
    <div class="changed-entry">
      <p class="head">
        <WhatMark what={what} />
        <strong>{head}</strong>
        {differences.length > 0 && <span class="mono difference">{differences.join(', ')}</span>}
      </p>
      {rest.map((change) => (
        <ChangeShown
          key={change.kind === 'set' ? change.at.join('/') : change.kind}
          change={change}
          sides={sides}
        />
      ))}
    </div>
  );
}
