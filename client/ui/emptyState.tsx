import './emptyState.css';
import type { ComponentChildren } from 'preact';

export interface EmptyStateProps {
  /** What is not here, in one sentence. */
  text: string;
  /** The way to the first one: a button or a link. */
  children?: ComponentChildren;
}

/** Drawn like an empty place on the shelf, with the way to fill it. */
export function EmptyState({ text, children }: EmptyStateProps) {
  return (
    <div class="empty">
      <p>{text}</p>
      {children}
    </div>
  );
}
