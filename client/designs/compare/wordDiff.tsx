import './compare.css';
import { useMemo } from 'preact/hooks';
import { t } from '../../catalogue/designTexts.ts';
import { byWord, type Stretch } from './byWord.ts';

const words = t.lineage;

/** A text and what became of it, word by word: struck out and underlined, and said to those who listen. */
export function WordDiff({ from, to }: { from: string; to: string }) {
  const stretches = useMemo(() => byWord(from, to), [from, to]);
  return (
    <p class="word-diff">
      {stretches.map((stretch, index) => (
        <StretchShown key={index} stretch={stretch} />
      ))}
    </p>
  );
}

function StretchShown({ stretch: { is, text } }: { stretch: Stretch }) {
  switch (is) {
    case 'same':
      return <>{text}</>;
    case 'gap':
      return (
        <span class="soft">
          <span aria-hidden="true"> … </span>
          <span class="only-heard">{words.unchangedHere}</span>
        </span>
      );
    case 'added':
      return (
        <ins>
          <span class="only-heard">{words.addedHere} </span>
          {text}
        </ins>
      );
    case 'removed':
      return (
        <del>
          <span class="only-heard">{words.removedHere} </span>
          {text}
        </del>
      );
  }
}
