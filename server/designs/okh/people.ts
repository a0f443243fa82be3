import type { z } from 'zod';
import type { attribution } from '../../../shared/designs/content.ts';
import { isTable } from './document.ts';
import type { EntryIds } from './entryIds.ts';
import { type Fields, listOf, oneLine, shortenedTo, webAddress, wordsOf } from './fields.ts';
import type { Plain, PlainTable } from './manifest.ts';
import { OF_PEOPLE } from './remains.ts';

export type Attribution = z.infer<typeof attribution>;

/** Fields that name people in either family, and in files that mix them, and what these are credited as. */
const PEOPLE = [
  ['licensor', 'licensor'],
  ['contributors', 'contributor'],
  ['contact', 'author'],
  ['maintainer', 'author'],
  ['maintainers', 'author'],
  ['author', 'author'],
  ['authors', 'author'],
  ['manifest-author', 'manifestAuthor'],
] as const;

const MOST_PEOPLE = 300;

/** Everybody whom a manifest names. What it says of them beyond that is kept for the way out. */
export function readCredits(fields: Fields, ids: EntryIds): Attribution[] {
  const people: Attribution[] = [];
  const others: PlainTable = {};
  for (const [field, role] of PEOPLE) {
    const value = fields.take(field);
    // An address to write to is nobody's name.
    if (role === 'author' && typeof value === 'string' && webAddress(value) !== '') {
      fields.keep(field, value);
      continue;
    }
    for (const each of listOf(value).flatMap(severalIn)) {
      const person = personFrom(each, role, ids);
      if (person === null) continue;
      if (people.length >= MOST_PEOPLE) {
        fields.tell('lost', field, `No more than ${MOST_PEOPLE} people are credited.`);
        break;
      }
      people.push(person);
      const further = isTable(each) ? furtherOf(each, person) : {};
      if (Object.keys(further).length > 0) others[person.id] = further;
    }
  }
  fields.keep(OF_PEOPLE, others);
  return people;
}

const FULL_NAME = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,2}$/u;
const HOUSES =
  /\b(?:university|department|institute|laborator\w+|lab|labs|inc|ltd|llc|gmbh|society|foundation|school|college|group|engineering|technology)\b/i;

/** `Ida Stone, Uwe Berg` are two, as long as each is a full name. */
function severalIn(value: Plain): Plain[] {
  if (typeof value !== 'string') return [value];
  const names = value.split(/\s*,\s*|\s+(?:and|&)\s+/).filter((name) => name !== '');
  const areAll = names.length > 1 && names.every((name) => FULL_NAME.test(name) && !HOUSES.test(name));
  return areAll ? names : [value];
}

/** Somebody as `Name <address>`, or a table; null where nothing names them. */
function personFrom(value: Plain, role: Attribution['role'], ids: EntryIds): Attribution | null {
  const { name, organization, contact } = personOf(value);
  const known = name || organization || contact;
  if (known === '' || /^(undefined|null)$/.test(known)) return null;
  return {
    id: ids.of(role, known),
    name: shortenedTo(known, 160),
    role,
    organization: name === '' ? '' : shortenedTo(organization, 160),
    contact: known === contact ? '' : shortenedTo(contact, 200),
  };
}

function personOf(value: Plain): { name: string; organization: string; contact: string } {
  if (isTable(value)) {
    const named = personOf(wordsOf(value.name ?? null));
    return {
      name: named.name,
      organization: oneLine(wordsOf(value.affiliation ?? value.organization ?? null)),
      contact: addressIn(value) || named.contact || socialOf(value.social ?? null),
    };
  }
  const text = oneLine(wordsOf(value));
  const [, name, contact] = /^([^<>]*?)\s*<([^<>]{1,200})>\s*$/.exec(text) ?? [];
  if (name !== undefined && contact !== undefined)
    return { name: name || contact, organization: '', contact };
  return { name: text, organization: '', contact: '' };
}

const addressIn = (value: PlainTable): string =>
  oneLine(wordsOf(value.email ?? value['e-mail'] ?? value.url ?? null));

function socialOf(value: Plain): string {
  const [first = null] = listOf(value);
  if (!isTable(first)) return '';
  const [platform, handle] = [wordsOf(first.platform), wordsOf(first['user-handle'] ?? first.handle)];
  return oneLine(platform && handle ? `${platform}: ${handle}` : handle);
}

const WITHIN = new Set(['name', 'affiliation', 'organization', 'email', 'e-mail']);

/** What a table says that the credit does not. */
function furtherOf(value: PlainTable, person: Attribution): PlainTable {
  return Object.fromEntries(
    Object.entries(value).filter(([key, each]) => {
      if (each === null || each === '' || WITHIN.has(key)) return false;
      if (key === 'url') return wordsOf(each) !== person.contact && wordsOf(each) !== person.name;
      if (key === 'social')
        return listOf(each).length > 1 || ![person.contact, person.name].includes(socialOf(each));
      return true;
    }),
  );
}

/** As the first family writes a person. @param others what was kept of people, by the credit's id. */
export function tableOfPerson(
  { id, name, organization, contact }: Attribution,
  others: PlainTable = {},
): PlainTable {
  const further = others[id];
  return {
    name,
    ...(organization ? { affiliation: organization } : {}),
    ...(contact ? reachedBy(contact) : {}),
    ...(isTable(further) ? further : {}),
  };
}

function reachedBy(contact: string): PlainTable {
  if (isEmail(contact)) return { email: contact };
  const [, platform, handle] = /^([^:/]+): (.+)$/.exec(contact) ?? [];
  if (platform === undefined || handle === undefined) return { url: contact };
  return { social: [{ platform, 'user-handle': handle }] };
}

const isEmail = (text: string): boolean => /^[^\s@<>]+@[^\s@<>]+$/.test(text);

/** As the second family writes one, in a line. */
export const lineOfPerson = ({ name, contact }: Attribution): string =>
  contact && contact !== name ? `${name} <${contact}>` : name;
