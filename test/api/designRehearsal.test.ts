import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandReply } from '../../shared/commandReply.ts';
import { problem } from '../../shared/problem.ts';
import { idIn, type Person } from '../server/application.ts';
import { newDesign, newFork } from './designStory.ts';
import { sharedApplication } from './shared.ts';

const app = sharedApplication();

/** A command that would be accepted; `revision` of what it changes. */
interface Given {
  path: string;
  body: object;
  revision?: number;
  by: Person;
  /** Whether an outsider with an account may give it as well. */
  forAll?: boolean;
}
let given: Given[];
let designId: string;
let outsider: Person;

beforeAll(async () => {
  const [anna, ben] = await Promise.all([app().person('Anna'), app().person('Ben')]);
  outsider = await app().person('Otto');
  designId = await newDesign(anna);
  const forks = await Promise.all([12, 16].map((bolts) => newFork(ben, { designId, revision: 1 }, bolts)));
  const other = await newDesign(ben, 'Pump');
  const of = `/api/designs/${designId}`;
  const made = async (person: Person, path: string, body: object) => {
    const reply = await person.command(`${of}/${path}`, body);
    const { id, revision } = commandReply.parse(reply.body);
    return { id, path: `${of}/${path}/${id}`, revision: revision ?? -1 };
  };
  const [first = '', second = ''] = forks;
  const from = { designId: first, revision: 1 };
  const suggestion = await made(ben, 'suggestions', { from });
  const problem = await made(ben, 'problems', { revision: 1, text: 'It leaks' });
  const withdrawn = await made(ben, 'problems', { revision: 1, text: 'It drips' });
  const again = await ben.command(`${withdrawn.path}/withdraw`, {}, { ifMatch: withdrawn.revision });
  const reopening = commandReply.parse(again.body).revision ?? -1;
  const question = await made(ben, 'questions', { revision: 1, text: 'Which oil?' });
  const answer = await made(anna, `questions/${question.id}/answers`, { text: 'Any' });
  const asked = commandReply.parse((await anna.command(`${answer.path}/mark`, {})).body).revision ?? -1;
  const review = await made(ben, 'reviews', { revision: 1, mark: 'builtIt' });
  await made(ben, 'duplicates', { of: other });
  await made(anna, 'maintainers', { memberId: outsider.memberId });
  const words = { reason: 'TEXT-OF-A-REHEARSAL' };
  const text = words.reason;
  const onSuggestion = { revision: suggestion.revision };
  const onProblem = { revision: problem.revision };
  given = [
    { by: ben, path: `${of}/suggestions`, body: { from: { designId: second, revision: 1 }, message: text } },
    { by: ben, path: `${suggestion.path}/withdraw`, body: {}, ...onSuggestion },
    { by: anna, path: `${suggestion.path}/decline`, body: words, ...onSuggestion },
    { by: anna, path: `${suggestion.path}/adopt`, body: { changes: null, onto: 1 }, ...onSuggestion },
    { by: anna, path: `${suggestion.path}/reopen`, body: {}, ...onSuggestion },
    { by: ben, path: `${of}/problems`, body: { revision: 1, text }, forAll: true },
    { by: anna, path: `${problem.path}/confirm`, body: {}, ...onProblem },
    { by: anna, path: `${problem.path}/dismiss`, body: words, ...onProblem },
    { by: anna, path: `${problem.path}/fix`, body: { revision: 1 }, ...onProblem },
    { by: ben, path: `${problem.path}/withdraw`, body: {}, ...onProblem },
    { by: ben, path: `${withdrawn.path}/reopen`, body: {}, revision: reopening },
    { by: ben, path: `${of}/questions`, body: { revision: 1, text }, forAll: true },
    { by: ben, path: `${question.path}/withdraw`, body: {}, revision: asked },
    { by: anna, path: `${question.path}/answers`, body: { text }, forAll: true },
    { by: ben, path: `${answer.path}/mark`, body: {} },
    { by: ben, path: `${answer.path}/unmark`, body: {} },
    { by: anna, path: `${answer.path}/withdraw`, body: {} },
    { by: ben, path: `${of}/reviews`, body: { revision: 1, mark: 'safetyConcern', text }, forAll: true },
    { by: ben, path: `${review.path}/take-back`, body: {} },
    { by: ben, path: `${of}/duplicates`, body: { of: first }, forAll: true },
    { by: ben, path: `${of}/duplicates/${other}/take-back`, body: {} },
    { by: anna, path: `${of}/maintainers`, body: { memberId: ben.memberId } },
    { by: anna, path: `${of}/maintainers/${outsider.memberId}/recall`, body: {} },
  ];
});

const kept = () => {
  const accounts = new DatabaseSync(join(app().dataDir, 'accounts.db'), { readOnly: true });
  const row = accounts.prepare('select count(*) as texts from texts').get();
  accounts.close();
  return Number(row?.texts);
};
const sendingOf = ({ revision }: Given) => (revision === undefined ? {} : { ifMatch: revision });

describe('every command about a design', () => {
  it('is here', async () => {
    const { body } = await app().nobody.get('/api/openapi.json');
    const paths: Record<string, object> = Reflect.get(Object(body), 'paths');
    const described = Object.entries(paths)
      .filter(([path, methods]) => path.startsWith('/api/designs/') && 'post' in methods)
      .map(([path]) => path);
    const shapes = given.map(({ path }) =>
      path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '{}').replaceAll(/\?.*/g, ''),
    );
    expect(new Set(shapes)).toEqual(new Set(described.map((path) => path.replaceAll(/\{\w+\}/g, '{}'))));
  });

  it('can be rehearsed: it is told whether it would be accepted, and nothing is written or kept', async () => {
    const head = await app().parts.store.head();
    const texts = kept();
    for (const command of given) {
      const { by, path, body } = command;
      const reply = await by.command(path, body, { ...sendingOf(command), dryRun: true });
      expect([path, reply.text]).toEqual([path, '{"wouldBeAccepted":true}']);
    }
    expect(await app().parts.store.head()).toBe(head);
    expect(kept()).toBe(texts);
  });

  it('that changes something asks for the revision that was read, and takes no other', async () => {
    for (const { by, path, body, revision } of given) {
      if (revision === undefined) continue;
      expect([path, (await by.command(path, body)).status]).toEqual([path, 428]);
      expect([path, (await by.command(path, body, { ifMatch: 9999 })).status]).toEqual([path, 412]);
    }
  });

  it('asks for an id, and for an account', async () => {
    for (const { by, path, body } of given) {
      const reply = await by.send(path, { method: 'POST', body, headers: { 'if-match': '"0"' } });
      expect([path, reply.status, reply.text.includes('command-id-missing')]).toEqual([path, 400, true]);
      expect([path, (await app().nobody.command(path, body, { ifMatch: 0 })).status]).toEqual([path, 401]);
    }
  });

  it('is given by those alone whose it is', async () => {
    const stranger = await app().person('Sonja');
    for (const command of given) {
      const { path, body, forAll = false } = command;
      const reply = await stranger.command(path, body, { ...sendingOf(command), dryRun: true });
      if (forAll) expect([path, reply.status]).toEqual([path, 200]);
      else {
        expect([path, [403, 409].includes(reply.status)]).toEqual([path, true]);
        if (reply.status === 409) expect(problem.parse(reply.body).objections).not.toEqual([]);
      }
    }
  });

  it('about something that is not there is answered so', async () => {
    const none = randomUUID();
    for (const command of given) {
      const { by, body } = command;
      const path = command.path.replace(designId, none);
      expect([path, (await by.command(path, body, sendingOf(command))).status]).toEqual([path, 404]);
    }
  });

  it('is carried out once, though it comes again', async () => {
    for (const command of given) {
      const { by, path, body } = command;
      if (!/maintainers$|problems$|reviews$|duplicates$/.test(path)) continue;
      const commandId = randomUUID();
      const first = await by.command(path, body, { ...sendingOf(command), commandId });
      const again = await by.command(path, body, { ...sendingOf(command), commandId });
      idIn(first);
      expect([path, again.body]).toEqual([path, first.body]);
    }
  });
});
