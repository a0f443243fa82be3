import { signal } from '@preact/signals';
import type { Undo } from '../../shared/commandReply.ts';

/** How long Undo is offered, milliseconds. It waits while somebody hovers over it or has it in focus. */
export const UNDO_OFFERED = 10_000;
/** How long a sentence stands that offers nothing, milliseconds. */
export const SENTENCE_STANDS = 5_000;

export interface Toast {
  id: number;
  /** What has happened, as a sentence. */
  text: string;
  tone: 'done' | 'failed';
  /** The commands that take it back, in this order; none where it cannot be. */
  undo: readonly Undo[];
  /** Called after the undo went through. */
  undone: (() => void) | null;
}

export const toasts = signal<readonly Toast[]>([]);
let lastId = 0;

/** Says what has happened, with Undo where there is one. Returns the toast's id. */
export function showToast(
  text: string,
  options: { undo?: Undo | readonly Undo[] | null; undone?: () => void; tone?: Toast['tone'] } = {},
): number {
  lastId += 1;
  const { undo, undone = null, tone = 'done' } = options;
  const toast: Toast = { id: lastId, text, tone, undo: [undo ?? []].flat(), undone };
  toasts.value = [...toasts.value.slice(-2), toast];
  return toast.id;
}

export function dismissToast(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}
