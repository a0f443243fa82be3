import { expect, it } from 'vitest';
import { problem } from '../../shared/problem.ts';
import { sharedApplication } from './shared.ts';

const app = sharedApplication();

it('a refusal and its rules come in the language that is asked for, and under the same names', async () => {
  const { steward, workshopId } = await app().found();
  const machineId = await app().registerMachine(steward, workshopId);
  const past = { start: '2020-01-01T10:00:00.000Z', end: '2020-01-01T11:00:00.000Z' };
  const refused = async (language: string) => {
    const reply = await steward.send(`/api/machines/${machineId}/bookings`, {
      method: 'POST',
      body: past,
      headers: { 'accept-language': language, 'idempotency-key': crypto.randomUUID() },
    });
    expect(reply.status, reply.text).toBe(409);
    expect(reply.headers.get('content-language')).toBe(language.slice(0, 2));
    return problem.parse(reply.body);
  };
  const [es, en] = [await refused('es-MX,es;q=0.9'), await refused('en-GB')];
  expect(es.type).toBe(en.type);
  expect(es.objections?.map(({ rule }) => rule)).toEqual(en.objections?.map(({ rule }) => rule));
  expect(en.objections).toContainEqual({ rule: 'past', message: 'This time is already past.' });
  expect(es.objections).toContainEqual({ rule: 'past', message: 'Esa hora ya pasó.' });
  expect([es.title, en.title]).toEqual(['Las reglas lo impiden', 'The rules stand against it']);
});

it('mistakes in a form are told in it too', async () => {
  const anna = await app().person('Anna');
  const reply = await anna.send('/api/me/profile', {
    method: 'PUT',
    body: { name: ' ', language: 'fr', theme: 'dark' },
    headers: { 'accept-language': 'es' },
  });
  const { mistakes } = problem.parse(reply.body);
  expect(mistakes).toEqual([
    { path: 'body.name', message: 'necesita al menos un carácter' },
    { path: 'body.language', message: 'no es una de las opciones: "en"|"es"' },
  ]);
});
