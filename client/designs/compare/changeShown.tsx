import type { ContentChange } from '../../../shared/designs/changes.ts';
import { t } from '../../catalogue/designTexts.ts';
import { quantityInWords } from '../figures.ts';
import { renamed } from './byWord.ts';
import { entryInWords, textOfEntry } from './entryWords.ts';
import { fieldInWords, fieldOf, listOf } from './sections.ts';
import type { Sides } from './sides.ts';
import { valueInWords } from './values.ts';
import { WordDiff } from './wordDiff.tsx';

const words = t.lineage;
/** What is written in sentences is compared by word, and what is longer than this. */
const SENTENCES = new Set(['story', 'purpose', 'safety', 'text', 'note']);
const SHORT = 80;

interface ChangeShownProps {
  change: ContentChange;
  sides: Sides;
}

/** What one change does to an entry that is named beside it. */
export function ChangeShown({ change, sides }: ChangeShownProps) {
  if (change.kind === 'set') return <SetShown change={change} sides={sides} />;
  if (change.kind === 'move') return <p>{words.movedHere}</p>;
  const line = entryInWords(change.list, change.value);
  const text = textOfEntry(change.list, change.value);
  const isNew = change.kind === 'add';
  return (
    <>
      {line && <p>{line}</p>}
      {text && <WordDiff from={isNew ? '' : text} to={isNew ? text : ''} />}
    </>
  );
}

function SetShown({ change, sides }: { change: Extract<ContentChange, { kind: 'set' }>; sides: Sides }) {
  const { from, to } = change;
  const list = listOf(change);
  const field = fieldOf(change);
  if (list !== null && field === '')
    return (
      <p>
        {entryInWords(list, from)} → {entryInWords(list, to)}
      </p>
    );
  const label = list === null ? '' : fieldInWords(field);
  const texts = textsOf(field, from, to);
  if (texts)
    return (
      <>
        {label && <p class="soft">{label}</p>}
        <WordDiff {...texts} />
      </>
    );
  return (
    <p>
      {label && `${label}: `}
      <FromTo change={change} sides={sides} />
    </p>
  );
}

function textsOf(field: string, from: unknown, to: unknown): { from: string; to: string } | null {
  if (typeof from !== 'string' || typeof to !== 'string') return null;
  return SENTENCES.has(field) || Math.max(from.length, to.length) > SHORT ? { from, to } : null;
}

function FromTo({ change, sides }: { change: Extract<ContentChange, { kind: 'set' }>; sides: Sides }) {
  const { from, to, at } = change;
  const list = listOf(change);
  const field = fieldOf(change);
  if (list === 'parts' && field === 'quantity') {
    const [old, now] = [sides.before.line(at[1] ?? ''), sides.after.line(at[1] ?? '')];
    if (old && now)
      return (
        <>
          {quantityInWords(old.quantity, old.unit, old.written)} →{' '}
          {quantityInWords(now.quantity, now.unit, now.written)}
        </>
      );
  }
  const [one, other] = [
    valueInWords(list, field, from, sides.before),
    valueInWords(list, field, to, sides.after),
  ];
  if (list === 'files' && field === 'fileId') return <>{other}</>;
  return <>{field === 'name' || field === 'title' ? renamed(one, other) : `${one} → ${other}`}</>;
}
