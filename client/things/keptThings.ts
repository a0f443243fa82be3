import { useEffect, useState } from 'preact/hooks';
import { labelCode } from '../../shared/identifiers.ts';
import type { NamedThing } from '../../shared/items/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { online } from '../connection.ts';
import { codeFrom } from '../machines/labelCode.ts';
import { keptAnswers } from '../offline/kept.ts';
import { labelled } from '../offline/labelled.ts';

/** So many are offered at once. */
const MOST = 8;

const textIn = (value: object, name: string): string | null => {
  const said: unknown = Reflect.get(value, name);
  return typeof said === 'string' ? said : null;
};

/** Every thing that is named in an answer of the server, machines among them, each once. */
export function thingsIn(answer: unknown, found = new Map<string, NamedThing>()): Map<string, NamedThing> {
  if (typeof answer !== 'object' || answer === null) return found;
  const itemId = textIn(answer, 'itemId') ?? textIn(answer, 'machineId');
  const name = textIn(answer, 'name');
  const code = textIn(answer, 'code') ?? textIn(answer, 'labelCode');
  if (itemId !== null && name !== null && (code !== null || !found.has(itemId)))
    found.set(itemId, { itemId, name, code });
  for (const value of Object.values(answer)) thingsIn(value, found);
  return found;
}

/** Those that a person means by words or a code, of what this device has seen. */
export function meant(things: Iterable<NamedThing>, typed: string): NamedThing[] {
  const [words, code] = [typed.toLowerCase(), codeFrom(typed)];
  return [...things].filter((thing) => thing.name.toLowerCase().includes(words) || thing.code === code);
}

/** What has this code, where nobody can say what that is without a signal: it is found when it is sent. */
export function thingByCode(typed: string): NamedThing | null {
  const code = labelCode.safeParse(codeFrom(typed));
  return code.success
    ? { itemId: labelled(code.data), name: t.noSignal.thingWith(code.data), code: code.data }
    : null;
}

/** The thing with a code, as far as this device has seen it; else by its code alone; null where that is no code. */
export async function keptThingOf(code: string): Promise<NamedThing | null> {
  const seen = await seenHere();
  return seen.find((thing) => thing.code === codeFrom(code)) ?? thingByCode(code);
}

const seenHere = async (): Promise<NamedThing[]> => {
  const found = new Map<string, NamedThing>();
  for (const answer of await keptAnswers()) thingsIn(answer, found);
  return [...found.values()];
};

/** Without a signal: what this device has seen of it, at last the thing with that code; null with a connection. */
export function useKeptThings(query: string): NamedThing[] | null {
  const [found, setFound] = useState<{ of: string; things: NamedThing[] } | null>(null);
  const isAsked = !online.value && query.length >= 2;
  useEffect(() => {
    if (!isAsked) return;
    let isCurrent = true;
    seenHere().then((seen) => {
      if (!isCurrent) return;
      const things = meant(seen, query).slice(0, MOST);
      // A word may look like a code: only where nothing is called that.
      const byCode = things.length > 0 ? null : thingByCode(query);
      setFound({ of: query, things: byCode === null ? things : [byCode] });
    });
    return () => {
      isCurrent = false;
    };
  }, [isAsked, query]);
  return isAsked && found?.of === query ? found.things : null;
}
