import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { PROBLEMS } from '../../../server/http/problem.ts';
import { languageAccepted } from '../../../server/sentences/accepted.ts';
import { answerSaid, said } from '../../../server/sentences/said.ts';
import { inSpanish } from '../../../server/sentences/spanish/spanish.ts';

const server = join(import.meta.dirname, '../../../server');
/** What only operators read, has its own languages, or puts the words of the program together. */
const OTHERWISE =
  /^(admin|demo|eventstore|operations|sentences|views|reactions|commands|notices|live|http\/(health|metrics|log|openapi)|accounts\/(accounts|housekeeping|evictions|outbox|keyUse|authHandler)|embed\/words|designs\/okh\/replications|files\/sweep|imports\/welcome)/;

/** Made of another sentence: each that may come out has its own template. */
const MADE_OF_OTHERS = ['The {0} {1}.'];

/** Every sentence of a file: a text with words that begins large and ends with a full stop or a question mark. */
function sentencesOf(file: string): string[] {
  const found: string[] = [];
  const note = (text: string) => {
    if (/^[\p{Lu}“{][^\n]*\s[^\n]*[.?]$/su.test(text)) found.push(text);
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    const at = (key: string): unknown => Reflect.get(node, key);
    const called = String(Reflect.get(Object(at('callee')), 'name'));
    if (at('type') === 'NewExpression' && /Error$|Unavailable$/.test(called)) return;
    const key = String(Reflect.get(Object(at('key')), 'name'));
    if (at('type') === 'Property' && ['summary', 'meaning', 'description', 'help'].includes(key)) return;
    const value = at('value');
    if (at('type') === 'Literal' && typeof value === 'string') note(value);
    const quasis = at('quasis');
    if (at('type') === 'TemplateLiteral' && Array.isArray(quasis))
      note(
        quasis.map((part, index) => `${index === 0 ? '' : `{${index - 1}}`}${part.value.cooked}`).join(''),
      );
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseSync(file, readFileSync(join(server, file), 'utf8')).program);
  return found;
}

/** Texts that a file gives as the `message` of an objection or a mistake, or to a check of a schema. */
function messagesOf(path: string): string[] {
  const found: string[] = [];
  const note = (node: unknown) => {
    const value = Reflect.get(Object(node), 'value');
    if (typeof value === 'string' && value.includes(' ')) found.push(value);
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    const at = (key: string): unknown => Reflect.get(node, key);
    const key = String(Reflect.get(Object(at('key')), 'name'));
    if (at('type') === 'Property' && key === 'message') note(at('value'));
    const called = String(Reflect.get(Object(Reflect.get(Object(at('callee')), 'property')), 'name'));
    const given = at('arguments');
    if (['refine', 'regex'].includes(called) && Array.isArray(given)) given.forEach(note);
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseSync(path, readFileSync(path, 'utf8')).program);
  return found;
}

describe('Spanish on the server', () => {
  it('has every sentence that the server says to people', () => {
    const files = globSync('*/**/*.ts', { cwd: server }).filter((file) => !OTHERWISE.test(file));
    const sentences = files.flatMap((file) => sentencesOf(file).map((sentence) => ({ file, sentence })));
    expect(sentences.length).toBeGreaterThan(150);
    const missing = sentences.filter(
      ({ sentence }) => inSpanish(sentence) === null && !MADE_OF_OTHERS.includes(sentence),
    );
    expect(missing.map(({ file, sentence }) => `${file}: ${sentence}`)).toEqual([]);
  });

  it('has what is told of each field, and every objection that client and server share', () => {
    const root = join(server, '..');
    const files = globSync('{shared,server}/**/*.ts', { cwd: root }).filter(
      (file) => !OTHERWISE.test(file.replace('server/', '')) && !/server.(configuration|settings)/.test(file),
    );
    const messages = files.flatMap((file) =>
      messagesOf(join(root, file)).map((message) => ({ file, message })),
    );
    expect(messages.length).toBeGreaterThan(100);
    const missing = messages.filter(({ message }) => inSpanish(message) === null);
    expect(missing.map(({ file, message }) => `${file}: ${message}`)).toEqual([]);
  });

  it('has the title of every kind of problem', () => {
    expect(Object.values(PROBLEMS).filter(({ title }) => inSpanish(title) === null)).toEqual([]);
  });

  it('says times, spans, lengths and lists of names in Spanish too', () => {
    const es = (sentence: string) => said(sentence, 'es');
    expect(es('It is already booked from 18:00 to 20:00 on Sunday 22 November.')).toBe(
      'Ya está reservada de 18:00 a 20:00 el domingo 22 de noviembre.',
    );
    expect(es('It is already booked from 22:00 on Sunday 22 November to 02:00 on Monday 23 November.')).toBe(
      'Ya está reservada de las 22:00 del domingo 22 de noviembre a las 02:00 del lunes 23 de noviembre.',
    );
    expect(es('The workshop is closed at 21:00 on Saturday 1 May.')).toBe(
      'El taller está cerrado a las 21:00 del sábado 1 de mayo.',
    );
    expect(es('A booking lasts 1 hour at most.')).toBe('Una reserva dura como mucho 1 hora.');
    expect(es('You can have 2 bookings a day: Sunday 22 November is taken up.')).toBe(
      'Puedes tener 2 reservas al día: el domingo 22 de noviembre ya está completo.',
    );
    expect(es('It needs the induction for “Laser” and “Saw”.')).toBe(
      'Hace falta la formación de «Laser» y «Saw».',
    );
    expect(es('“Extraction”, which it needs, is out of order, and nobody knows yet until when.')).toBe(
      '«Extraction», que necesita, está fuera de servicio, y nadie sabe todavía hasta cuándo.',
    );
  });

  it('leaves what it does not know as it is, and English alone', () => {
    expect(said('Nobody ever said this', 'es')).toBe('Nobody ever said this');
    expect(said('It is in use.', 'en')).toBe('It is in use.');
  });

  it('finds objections however deep, and nothing else', () => {
    const body = {
      name: 'It is in use.',
      occurrences: [{ objections: [{ rule: 'overlap', message: 'It is in use.' }] }],
    };
    expect(answerSaid(body, 'es')).toEqual({
      name: 'It is in use.',
      occurrences: [{ objections: [{ rule: 'overlap', message: 'Está en uso.' }] }],
    });
    expect(answerSaid(body, 'en')).toBe(body);
  });
});

describe('the language of a request', () => {
  it.each([
    [undefined, 'en'],
    ['es', 'es'],
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['en-GB,es;q=0.9', 'en'],
    ['de-DE,es;q=0.4,en;q=0.5', 'en'],
    ['en;q=0, es;q=0.1', 'es'],
    ['*', 'en'],
    ['x'.repeat(1000), 'en'],
  ])('%s is %s', (header, language) => {
    expect(languageAccepted(header)).toBe(language);
  });
});
