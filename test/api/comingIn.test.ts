import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { meView } from '../../shared/members/views.ts';
import { invitationReply } from '../../shared/workshops/commands.ts';
import {
  idIn,
  PASSWORD,
  type Person,
  type RunningApplication,
  type StartOptions,
  someWorkshop,
  startApplication,
} from '../server/application.ts';

const DAY = 86_400_000;

async function started(options: Omit<StartOptions, 'dataDir'> = {}): Promise<RunningApplication> {
  const dataDir = await mkdtemp(join(tmpdir(), 'commonwright-'));
  const app = await startApplication({ ...options, dataDir });
  onTestFinished(async () => {
    await app.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  return app;
}

const invited = async (by: Person, workshopId: string, uses: number): Promise<string> => {
  const reply = await by.post(`/api/workshops/${workshopId}/invitations`, { kind: 'member', days: 7, uses });
  return invitationReply.parse(reply.body).token;
};
const kindOf = ({ text }: { text: string }) => /\/problems\/([a-z-]+)/.exec(text)?.[1];

describe('an invitation', () => {
  it('lets each in once: who was let go does not come back with it', async () => {
    const app = await started();
    const { steward, workshopId } = await app.found({ joining: 'invitation' });
    const join = `/api/workshops/${workshopId}/join`;
    const invitation = await invited(steward, workshopId, 5);
    const anna = await app.person('Anna');
    idIn(await anna.command(join, { invitation }));
    const end = `/api/workshops/${workshopId}/people/${anna.memberId}/end`;
    idIn(await steward.command(end, { reason: 'Broke the rules thrice.' }, { ifMatch: 0 }));
    const again = await anna.command(join, { invitation });
    expect(again.status, again.text).toBe(409);
    expect((await anna.command(join, {})).status).toBe(409);
    // The others whom it was for may still come.
    const ben = await app.person('Ben');
    idIn(await ben.command(join, { invitation }));
  });

  it('answers the repeat of its use the same, also when it is used up or has run out', async () => {
    let time = Date.now();
    const app = await started({ clock: () => time });
    const { steward, workshopId } = await app.found({ joining: 'invitation' });
    const join = `/api/workshops/${workshopId}/join`;
    const invitation = await invited(steward, workshopId, 1);
    const anna = await app.person('Anna');
    const commandId = '3f0e8a52-74c5-4a7e-8a43-0d5c4f6f7a11';
    const first = await anna.command(join, { invitation }, { commandId });
    time += 8 * DAY;
    const again = await anna.command(join, { invitation }, { commandId });
    expect([again.status, idIn(again)]).toEqual([first.status, idIn(first)]);
    const ben = await app.person('Ben');
    expect(kindOf(await ben.command(join, { invitation }))).toBe('code-invalid');
  });

  it('is good for its own workshop, its days and its uses only', async () => {
    let time = Date.now();
    const app = await started({ clock: () => time });
    const { steward, workshopId } = await app.found({ joining: 'invitation' });
    const body = { ...someWorkshop, name: 'Other', joining: 'invitation' };
    const other = idIn(await steward.command('/api/workshops', body));
    const anna = await app.person('Anna');
    const ben = await app.person('Ben');
    const once = await invited(steward, workshopId, 1);
    const dry = await anna.command(
      `/api/workshops/${workshopId}/join`,
      { invitation: once },
      { dryRun: true },
    );
    expect(dry.body).toEqual({ wouldBeAccepted: true });
    expect(kindOf(await anna.command(`/api/workshops/${other}/join`, { invitation: once }))).toBe(
      'code-invalid',
    );
    idIn(await anna.command(`/api/workshops/${workshopId}/join`, { invitation: once }));
    expect(kindOf(await ben.command(`/api/workshops/${workshopId}/join`, { invitation: once }))).toBe(
      'code-invalid',
    );
    const late = await invited(steward, workshopId, 3);
    time += 8 * DAY;
    expect(kindOf(await ben.command(`/api/workshops/${workshopId}/join`, { invitation: late }))).toBe(
      'code-invalid',
    );
  });

  it('is taken by exactly one of two who use its last place at the same moment', async () => {
    const app = await started();
    const { steward, workshopId } = await app.found({ joining: 'invitation' });
    const invitation = await invited(steward, workshopId, 1);
    const people = await Promise.all(['Ada', 'Ben', 'Cleo'].map((name) => app.person(name)));
    const replies = await Promise.all(
      people.map((person) => person.command(`/api/workshops/${workshopId}/join`, { invitation })),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('the first founding', () => {
  const account = (name: string) => ({
    name,
    email: `${name.toLowerCase()}@example.org`,
    password: PASSWORD,
  });

  it('gives nobody else’s account the stewardship, though it bears the founder’s address', async () => {
    const app = await started();
    const squatter = { ...account('Stefania'), password: 'the squatters own password' };
    const signedUp = await app.nobody.post('/api/auth/sign-up/email', squatter);
    expect(signedUp.status, signedUp.text).toBe(200);
    const body = { code: app.foundingCode, account: account('Stefania'), workshop: someWorkshop };
    const refused = await app.nobody.command('/api/founding', body);
    expect(refused.status, refused.text).toBe(400);
    expect(kindOf(refused)).toBe('account-refused');
    expect(await app.parts.store.head()).toBeNull();
    // Whoever holds the password of an account may found with it.
    const founded = await app.nobody.command('/api/founding', { ...body, account: squatter });
    expect(founded.status, founded.text).toBe(201);
  });

  it('succeeds for one of two who hold the code, and leaves no account of the other', async () => {
    const app = await started();
    const { foundingCode: code } = app;
    const replies = await Promise.all(
      ['Ada', 'Ben'].map((name) =>
        app.nobody.command('/api/founding', { code, account: account(name), workshop: someWorkshop }),
      ),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 403]);
    const list = z.object({ workshops: z.array(z.unknown()) });
    expect(list.parse((await app.nobody.get('/api/workshops')).body).workshops).toHaveLength(1);
    const loser = replies[0]?.status === 201 ? 'ben' : 'ada';
    expect(await app.accounts.members.byEmail(`${loser}@example.org`)).toBeNull();
    const winner = await app.signIn(`${loser === 'ben' ? 'ada' : 'ben'}@example.org`, PASSWORD);
    expect(meView.parse((await winner.get('/api/me')).body).workshops).toHaveLength(1);
  });

  it('takes no wrong code, no used one, and tires of guesses', async () => {
    const app = await started();
    const body = { code: 'WRNG-C0DE-0000-0000', account: account('Ada'), workshop: someWorkshop };
    const first = await app.nobody.command('/api/founding', body);
    expect([first.status, kindOf(first)]).toEqual([403, 'code-invalid']);
    expect(await app.accounts.members.byEmail('ada@example.org')).toBeNull();
    const others = await Promise.all(
      Array.from({ length: 12 }, () => app.nobody.command('/api/founding', body)),
    );
    expect(others.some(({ status }) => status === 429)).toBe(true);
  });
});
