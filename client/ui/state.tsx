import './state.css';
import type { ComponentChildren } from 'preact';

/**
 * `free`: an empty ring. `yours`: a full one. `soon`: a half square. `taken`: a full square.
 * `out`: hazard stripes. `closed`: a line.
 */
export type StateKind = 'free' | 'yours' | 'soon' | 'taken' | 'out' | 'closed';

/** A state as a shape with its word; never colour alone. */
export function State({ kind, children }: { kind: StateKind; children: ComponentChildren }) {
  return (
    <span class="state" data-state={kind}>
      <span class="sign" aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}
