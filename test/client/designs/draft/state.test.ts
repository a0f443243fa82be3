import { expect, it } from 'vitest';
import { RequestFailed } from '../../../../client/problem.ts';
import { aStore, contentWith, DraftServer, editor, line } from './aDraft.ts';

const offline = () => new RequestFailed('offline', 0);

it('saves what was typed once, after the last key', async () => {
  const server = new DraftServer(contentWith({ title: 'Cube' }));
  const { state, pass } = editor(server);
  await state.open();
  state.set(['title'], 'Power');
  await pass(500);
  state.set(['title'], 'Power Cube ');
  await pass(500);
  expect(server.saves).toEqual([]);
  expect(state.keeping.value.is).toBe('waiting');
  await pass(400);
  expect(server.saves.map(({ changes }) => changes)).toEqual([
    [{ kind: 'set', at: ['title'], from: 'Cube', to: 'Power Cube' }],
  ]);
  expect(state.keeping.value.is).toBe('saved');
  state.set(['title'], 'Power Cube 5');
  await pass(900);
  expect(server.content.title).toBe('Power Cube 5');
  expect(state.conflicts.value).toEqual([]);
});

it('sends the same save again after a lost answer, and nothing twice', async () => {
  const server = new DraftServer(contentWith({ parts: [line('tube')] }));
  const { state, pass } = editor(server);
  await state.open();
  server.lostAnswers.push(offline());
  state.edit([{ kind: 'add', list: 'parts', id: 'bolt', value: line('bolt'), after: 'tube' }]);
  await pass(800);
  expect(state.keeping.value.is).toBe('offline');
  state.set(['parts', 'bolt', 'quantity'], 8);
  await pass(800);
  await pass(2000);
  expect(state.keeping.value.is).toBe('saved');
  expect(server.saves).toHaveLength(2);
  expect(server.content.parts).toEqual([line('tube'), line('bolt', { quantity: 8 })]);
});

it('has what was not saved back after the browser has crashed', async () => {
  const server = new DraftServer(contentWith({ title: 'Cube' }));
  const store = aStore();
  const before = editor(server, store);
  await before.state.open();
  server.failures.push(offline());
  before.state.set(['title'], 'Power Cube');
  await before.pass(800);
  before.state.set(['purpose'], 'Hydraulic power.');
  const after = editor(server, store);
  await after.state.open();
  expect(after.state.content.value).toMatchObject({ title: 'Power Cube', purpose: 'Hydraulic power.' });
  expect(after.state.restored.value).toBe(2);
  await after.pass(0);
  expect(server.content).toMatchObject({ title: 'Power Cube', purpose: 'Hydraulic power.' });
  expect(store.kept).toEqual([]);
});

it('takes back one gesture after another, typing in one field as one', async () => {
  const server = new DraftServer(contentWith({ title: 'Cube', parts: [line('tube')] }));
  const { state, pass } = editor(server);
  await state.open();
  for (const title of ['Cube ', 'Cube 5', 'Cube 55']) state.set(['title'], title);
  await pass(2000);
  state.set(['title'], 'Cube 5');
  state.edit([{ kind: 'remove', list: 'parts', id: 'tube', value: line('tube'), after: null }]);
  state.undo();
  expect(state.content.value?.parts).toEqual([line('tube')]);
  state.undo();
  expect(state.content.value?.title).toBe('Cube 55');
  state.undo();
  expect(state.content.value?.title).toBe('Cube');
  expect(state.canUndo.value).toBe(false);
  state.redo();
  state.redo();
  expect(state.content.value?.title).toBe('Cube 5');
  await pass(800);
  expect(server.content).toMatchObject({ title: 'Cube 5', parts: [line('tube')] });
});

it('puts both sides before the person where two changed the same, and keeps the one that is chosen', async () => {
  const server = new DraftServer(contentWith({ title: 'Cube', purpose: 'Power' }));
  const one = editor(server);
  const other = editor(server);
  await one.state.open();
  await other.state.open();
  one.state.set(['title'], 'Cube A');
  one.state.set(['purpose'], 'Power A');
  await one.pass(800);
  other.state.set(['title'], 'Cube B');
  other.state.set(['purpose'], 'Power B');
  await other.pass(800);
  const [title, purpose] = other.state.conflicts.value;
  expect([title?.mine, purpose?.mine]).toEqual(['Cube A', 'Power A']);
  expect(other.state.content.value).toMatchObject({ title: 'Cube B', purpose: 'Power B' });
  if (!title || !purpose) throw new Error('no conflicts');
  other.state.keepMine(title);
  await other.pass(0);
  await other.state.takeTheirs(purpose);
  expect(other.state.content.value).toMatchObject({ title: 'Cube B', purpose: 'Power A' });
  expect(other.state.conflicts.value).toEqual([]);
  expect(server.content).toMatchObject({ title: 'Cube B', purpose: 'Power A' });
});

it('has a part back that somebody removed while one changed it, where one keeps it', async () => {
  const server = new DraftServer(contentWith({ parts: [line('tube'), line('bolt')] }));
  const one = editor(server);
  const other = editor(server);
  await one.state.open();
  await other.state.open();
  one.state.edit([{ kind: 'remove', list: 'parts', id: 'tube', value: line('tube'), after: null }]);
  await one.pass(800);
  other.state.set(['parts', 'tube', 'quantity'], 8);
  other.state.set(['parts', 'tube', 'material'], 'Steel');
  await other.pass(800);
  const [gone, ...more] = other.state.conflicts.value;
  if (!gone) throw new Error('no conflict');
  expect(more).toEqual([]);
  other.state.keepMine(gone);
  await other.pass(0);
  expect(server.content.parts).toEqual([line('bolt'), line('tube', { quantity: 8, material: 'Steel' })]);
  expect(other.state.conflicts.value).toEqual([]);
});

it('keeps a change that was refused, says why, and sends it with its repair', async () => {
  const server = new DraftServer(contentWith({}));
  const { state, pass } = editor(server);
  await state.open();
  server.failures.push(new RequestFailed('invalid-request', 400, { detail: 'language must be a language' }));
  state.set(['language'], 'x');
  await pass(800);
  expect(state.keeping.value).toEqual({ is: 'refused', sentence: 'language must be a language' });
  expect(state.content.value?.language).toBe('x');
  state.set(['language'], 'es');
  await pass(800);
  expect(server.content.language).toBe('es');
});

it('does not lose what is typed while an older state of the draft is read', async () => {
  const server = new DraftServer(contentWith({ title: 'Cube' }));
  const { state, pass } = editor(server);
  await state.open();
  const old = await server.read();
  const read = server.read.bind(server);
  let asked = 0;
  server.read = async () => (asked++ === 0 ? old : read());
  state.set(['title'], 'Power Cube');
  await pass(800);
  await state.refresh();
  expect(state.content.value?.title).toBe('Power Cube');
});
