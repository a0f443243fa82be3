import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';
import { piecesOf } from './sentences.ts';

export interface SentenceProps {
  /** Of the catalogue, with places such as `{thing}`. */
  text: string;
  /** What is put into each place; a place without anything stays empty. */
  put: Record<string, ComponentChildren>;
}

/** A sentence with names in it that are links. */
export function Sentence({ text, put }: SentenceProps) {
  return (
    <span>
      {piecesOf(text).map((piece, index) => (
        <Fragment key={`${index}`}>{'text' in piece ? piece.text : put[piece.put]}</Fragment>
      ))}
    </span>
  );
}
