import { useState } from 'preact/hooks';
import type { InsidePart, ThingView } from '../../shared/items/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { Button } from '../ui/button.tsx';
import { Tally } from './tally.tsx';

const words = t.things;
/** Rows drawn at first, and more with each press. */
const ROWS = 60;
/** Deeper ones stand as far in as these: a phone is narrow. */
const DEEPEST_STEP = 6;

/** What is inside of a thing, and inside of that. */
export function InsideTree({ thing }: { thing: Pick<ThingView, 'contents' | 'moreInside'> }) {
  const [rows, setRows] = useState(ROWS);
  const { contents, moreInside } = thing;
  if (contents.length === 0) return <p class="soft">{words.inside.none}</p>;
  const left = contents.length - rows;
  return (
    <div class="stack">
      <ul class="inside-tree">
        {contents.slice(0, rows).map((part) => (
          <Part key={part.itemId} part={part} />
        ))}
      </ul>
      {left > 0 && (
        <Button wide onPress={() => setRows(rows + ROWS * 5)}>
          {words.inside.more(left)}
        </Button>
      )}
      {left <= 0 && moreInside && <p class="soft">{words.inside.cut}</p>}
    </div>
  );
}

function Part({ part }: { part: InsidePart }) {
  const { itemId, name, depth, provenance, lives, grade, code } = part;
  return (
    <li data-depth={Math.min(depth, DEEPEST_STEP)} data-provenance={provenance}>
      <a href={addressOf.thing(itemId)}>{name}</a>
      {code && <span class="thing-code small">{code}</span>}
      <span class="about small">
        <span class="soft">
          {[words.provenances[provenance], grade && words.grades[grade]].filter(Boolean).join(' · ')}
        </span>
        {lives > 1 && <Tally count={lives} word={words.lives.now(lives)} />}
      </span>
    </li>
  );
}
