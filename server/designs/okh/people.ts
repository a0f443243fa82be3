import type { z } from 'zod';
import type { attribution } from '../../../shared/designs/content.ts';
import { isTable } from './document.ts';
import type { EntryIds } from './entryIds.ts';
import { listOf, oneLine, shortenedTo, wordsOf } from './fields.ts';
import type { Plain, PlainTable } from './manifest.ts';

export type Attribution = z.infer<typeof attribution>;

/** Everybody whom a field names: `Name <address>`, a table, or a list of these. */
export function readPeople(value: Plain, role: Attribution['role'], ids: EntryIds): Attribution[] {
  return listOf(value)
    .slice(0, 100)
    .flatMap((each) => {
      const { name, organization, contact } = personOf(each);
      const known = name || organization || contact;
      if (known === '') return [];
      return [
        {
          id: ids.of(role, known),
          name: shortenedTo(known, 160),
          role,
          organization: name === '' ? '' : shortenedTo(organization, 160),
          contact: known === contact ? '' : shortenedTo(contact, 200),
        },
      ];
    });
}

function personOf(value: Plain): { name: string; organization: string; contact: string } {
  if (isTable(value)) {
    const named = personOf(wordsOf(value.name ?? null));
    return {
      name: named.name,
      organization: oneLine(wordsOf(value.affiliation ?? value.organization ?? null)),
      contact:
        oneLine(wordsOf(value.email ?? value['e-mail'] ?? value.url ?? null)) ||
        named.contact ||
        socialOf(value.social ?? null),
    };
  }
  const text = oneLine(wordsOf(value));
  const [, name, contact] = /^([^<>]*?)\s*<([^<>]{1,200})>\s*$/.exec(text) ?? [];
  if (name !== undefined && contact !== undefined)
    return { name: name || contact, organization: '', contact };
  return { name: text, organization: '', contact: '' };
}

function socialOf(value: Plain): string {
  const [first = null] = listOf(value);
  if (!isTable(first)) return '';
  const [platform, handle] = [first.platform, first['user-handle']].map(wordsOf);
  return oneLine(platform && handle ? `${platform}: ${handle}` : (handle ?? ''));
}

/** As the first family writes a person. */
export function tableOfPerson({ name, organization, contact }: Attribution): PlainTable {
  return {
    name,
    ...(organization ? { affiliation: organization } : {}),
    ...(contact ? (/@/.test(contact) && !/\s/.test(contact) ? { email: contact } : { url: contact }) : {}),
  };
}

/** As the second family writes one, in a line. */
export const lineOfPerson = ({ name, contact }: Attribution): string =>
  contact && contact !== name ? `${name} <${contact}>` : name;
