import { signal } from '@preact/signals';
import { useCallback, useEffect } from 'preact/hooks';
import { languageHere } from '../catalogue/language.ts';

/** What the modules themselves say stands in English; a text with the language that it is in. */
export interface ModuleText {
  text: string;
  lang: 'en' | undefined;
}

/** A number that stands by itself, and the size of a metric screw; `B17.1` and `UTU v25` are names. */
const NUMBER = /(?<![A-Za-z\d.])\d+(?:\.\d+)?|(?<=\bM)\d+/g;

type Table = Readonly<Record<string, string>>;
const spanish = signal<readonly Table[]>([]);
let asked = false;

async function fetchSpanish(): Promise<void> {
  const all = await Promise.all([
    import('./spanish/sources.ts').then(({ sources }) => sources),
    import('./spanish/parts.ts').then(({ parts }) => parts),
    import('./spanish/faults.ts').then(({ faults }) => faults),
  ]);
  spanish.value = all;
}

/** A sentence of a module by one of these tables; null: none has it. Numbers stand as they are, with commas. */
export function inSpanish(english: string, tables: readonly Table[]): string | null {
  const numbers: string[] = [];
  const key = english.replaceAll(NUMBER, (number) => {
    numbers.push(number.replace('.', ','));
    return '#';
  });
  const told = tables.find((table) => Object.hasOwn(table, key))?.[key];
  if (told === undefined) return null;
  let at = 0;
  return told.replaceAll('#', () => numbers[at++] ?? '');
}

/** How names, sources and faults of modules are told on this page; in English until their words have come. */
export function useModuleText(): (english: string) => ModuleText {
  const isSpanish = languageHere() === 'es';
  useEffect(() => {
    if (!isSpanish || asked) return;
    asked = true;
    // Without a connection they stay English, and are asked for with the next page.
    fetchSpanish().catch(() => {
      asked = false;
    });
  }, [isSpanish]);
  const tables = spanish.value;
  return useCallback(
    (english) => {
      const told = isSpanish ? inSpanish(english, tables) : null;
      return told === null ? { text: english, lang: 'en' } : { text: told, lang: undefined };
    },
    [isSpanish, tables],
  );
}
