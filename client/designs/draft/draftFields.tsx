import { useEffect, useState } from 'preact/hooks';
import { isSame } from '../../../shared/designs/changes.ts';
import { Field, TextField } from '../../ui/field.tsx';
import type { DraftState } from './state.ts';
import { valueAt } from './valueAt.ts';

export interface DraftTextProps {
  draft: DraftState;
  /** As in a change: a field of the whole, or of one entry. */
  at: readonly [string, ...string[]];
  label: string;
  hint?: string;
  maxLength: number;
  /** May not be empty: what is typed until then is not kept. */
  required?: boolean;
  /** Lines of a text; one line by default. */
  rows?: number;
}

const textAt = (draft: DraftState, at: readonly string[]): string => {
  const content = draft.content.value;
  const value = content && valueAt(content, at);
  return typeof value === 'string' ? value : '';
};

/** A text of the draft: what is typed stands at once. */
export function DraftText({ draft, at, label, hint, maxLength, required = false, rows }: DraftTextProps) {
  const value = textAt(draft, at);
  const [emptied, setEmptied] = useState(false);
  useEffect(() => setEmptied(false), [value]);
  const take = (text: string) => {
    const lacking = required && text.trim() === '';
    setEmptied(lacking);
    if (!lacking) draft.set(at, text);
  };
  const shown = emptied ? '' : value;
  if (rows === undefined)
    return (
      <TextField
        label={label}
        hint={hint}
        value={shown}
        maxLength={maxLength}
        required={required}
        onValue={take}
        onLeave={() => setEmptied(false)}
      />
    );
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <textarea
          {...control}
          rows={rows}
          maxLength={maxLength}
          value={shown}
          onInput={(event) => take(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export interface ReadFieldProps<Value> {
  label: string;
  hint?: string;
  /** What stands in the draft, as it would be typed. */
  value: string;
  /** Null: not understood. */
  read: (text: string) => Value | null;
  /** For what could not be read. */
  mistake: string;
  onRead: (value: Value) => void;
  /** For an empty field; without it, empty is a mistake. */
  onEmpty?: () => void;
  maxLength?: number;
  inputMode?: 'decimal';
}

/** A field whose text means something else: a quantity, a size, a list. What cannot be read stays in the field and is told. */
export function ReadField<Value>(props: ReadFieldProps<Value>) {
  const { label, hint, value, read, mistake, onRead, onEmpty, maxLength = 60, inputMode } = props;
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    // What one is typing stays as typed (`2 1` on the way to `2 1/2`); what came from elsewhere takes its place.
    const isOwn = typed === null || (typed.trim() === '' ? value === '' : isSame(read(typed), read(value)));
    if (!isOwn) setTyped(null);
  }, [value]);
  const isEmpty = typed !== null && typed.trim() === '';
  const wrong = typed !== null && (isEmpty ? onEmpty === undefined : read(typed) === null);
  const take = (text: string) => {
    setTyped(text);
    if (text.trim() === '') {
      onEmpty?.();
      return;
    }
    const understood = read(text);
    if (understood !== null) onRead(understood);
  };
  return (
    <TextField
      label={label}
      hint={hint}
      error={wrong ? mistake : undefined}
      value={typed ?? value}
      maxLength={maxLength}
      {...(inputMode ? { inputMode } : {})}
      onValue={take}
      onLeave={() => {
        if (!wrong) setTyped(null);
      }}
    />
  );
}

/** Words with commas between them, each once. */
export const wordsFrom = (text: string, longest: number, most: number): string[] =>
  [...new Set(text.split(',').map((word) => word.trim().slice(0, longest)))].filter(Boolean).slice(0, most);

interface WordListProps {
  label: string;
  hint: string;
  words: readonly string[];
  /** Characters of one word, and how many words. */
  longest: number;
  most: number;
  onWords: (words: string[]) => void;
}

/** A list of words, typed in one line. */
export function WordList({ label, hint, words, longest, most, onWords }: WordListProps) {
  return (
    <ReadField
      label={label}
      hint={hint}
      value={words.join(', ')}
      maxLength={longest * most}
      read={(text) => wordsFrom(text, longest, most)}
      mistake=""
      onRead={onWords}
      onEmpty={() => onWords([])}
    />
  );
}
