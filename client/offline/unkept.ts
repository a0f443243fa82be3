import { signal } from '@preact/signals';
import type { Waiting } from './keepUnsent.ts';
import type { NotKept } from './notKept.ts';

/** What this browser had no room for and nobody could send: it is in this page only. */
export interface Unkept {
  waiting: Waiting;
  /** What is said once it is sent. */
  sentence: string;
  why: NotKept['why'];
}

/** All of it, in the order of telling. */
export const unkept = signal<readonly Unkept[]>([]);

/** Of a page: what goes below this path. */
export const unkeptUnder = (path: string) =>
  unkept.value.filter(({ waiting }) => waiting.path.startsWith(path));

const warn = (event: BeforeUnloadEvent) => event.preventDefault();

function change(to: readonly Unkept[]): void {
  unkept.value = to;
  // Whoever leaves would lose it: the browser asks first.
  if (to.length > 0) addEventListener('beforeunload', warn);
  else removeEventListener('beforeunload', warn);
}

/** It stays in the page until it is kept, sent or let go; the same one once. */
export function stayInPage(one: Unkept): void {
  const { commandId } = one.waiting;
  const others = unkept.value.filter(({ waiting }) => waiting.commandId !== commandId);
  change([...others, one]);
}

/** It is kept, sent, or saved elsewhere. */
export function leavePage(commandId: string): void {
  if (unkept.value.some(({ waiting }) => waiting.commandId === commandId))
    change(unkept.value.filter(({ waiting }) => waiting.commandId !== commandId));
}
