import { createHmac, createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import { type GrantContent, grantsView, heartbeatReply, replayReply } from '../../../shared/readers/views.ts';
import { type Caller, caller, type Reply } from '../caller.ts';

interface Session {
  entryId: string;
  machineId: string;
  badge: string;
  grant?: string;
  startedAt: string;
  stoppedAt: string | null;
  lastedSeconds?: number;
  clockAheadSeconds: number | null;
}

/**
 * A reader as somebody else would write it, by docs/readers.md alone: it speaks HTTP, checks grants itself, keeps its
 * log in memory, and cuts no power.
 */
export class OfflineReader {
  readonly #online: Caller;
  #isOnline = true;
  /** What its own clock shows, in UTC milliseconds. */
  clock: () => number;
  #ahead: number | null = null;
  #grants: z.infer<typeof grantsView> | null = null;
  /** Relays that are closed, by machine. */
  readonly on = new Map<string, Session>();
  readonly log: Session[] = [];

  constructor(base: string, origin: string, key: string, clock: () => number) {
    this.#online = caller(base, origin, { authorization: `Bearer ${key}` });
    this.clock = clock;
  }

  losesTheNetwork(): void {
    this.#isOnline = false;
  }
  hasTheNetworkAgain(): void {
    this.#isOnline = true;
  }
  get ask(): Caller {
    if (!this.#isOnline) throw new Error('the network is gone');
    return this.#online;
  }

  async heartbeat(): Promise<number> {
    const reply = await this.ask.post('/api/reader/heartbeat', { at: new Date(this.clock()).toISOString() });
    this.#ahead = heartbeatReply.parse(reply.body).clockAheadSeconds;
    return this.#ahead;
  }

  async fetchGrants(): Promise<GrantContent[]> {
    this.#grants = grantsView.parse((await this.ask.get('/api/reader/grants')).body);
    return this.#grants.grants.map((grant) => contentOf(grant));
  }
  get grants(): string[] {
    return this.#grants?.grants ?? [];
  }

  /** The documented check; the reason for which a grant is not believed, or null. */
  against(grant: string, machineId: string, badge: string): string | null {
    const known = this.#grants;
    if (!known) return 'no grants';
    const [text = '', signature = ''] = grant.split('.');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: known.publicKey.x }, format: 'jwk' });
    const signed = Buffer.from(`commonwright grant 1\n${text}`);
    if (!verify(null, signed, key, Buffer.from(signature, 'base64url'))) return 'signature';
    const content = contentOf(grant);
    if (content.v !== 1) return 'version';
    if (content.reader !== known.readerId) return 'reader';
    if (content.machine !== machineId) return 'machine';
    const number = badge.replaceAll(/[\s:-]/g, '').toUpperCase();
    const hash = createHmac('sha256', Buffer.from(known.salt, 'base64url'))
      .update(number)
      .digest('base64url');
    if (content.badge !== hash) return 'badge';
    const now = (this.clock() - (this.#ahead ?? 0) * 1000) / 1000;
    if (now >= content.exp) return 'expired';
    if (now < content.from || now >= content.until) return 'time';
    return null;
  }

  /** Starts by a grant that it holds; false where none allows it. */
  startsOffline(machineId: string, badge: string): boolean {
    const grant = this.grants.find((one) => this.against(one, machineId, badge) === null);
    if (grant === undefined) return false;
    const startedAt = new Date(this.clock()).toISOString();
    const clockAheadSeconds = this.#ahead;
    const entry = { entryId: crypto.randomUUID(), machineId, badge, grant, startedAt, stoppedAt: null };
    this.on.set(machineId, { ...entry, clockAheadSeconds });
    return true;
  }

  /** Notes a session that had been started online. */
  wasStartedOnline(machineId: string, badge: string): void {
    const startedAt = new Date(this.clock()).toISOString();
    const entry = { entryId: crypto.randomUUID(), machineId, badge, startedAt, stoppedAt: null };
    this.on.set(machineId, { ...entry, clockAheadSeconds: this.#ahead });
  }

  stopsOffline(machineId: string, lastedSeconds?: number): void {
    const session = this.on.get(machineId);
    if (!session) throw new Error('it is off');
    this.on.delete(machineId);
    const stoppedAt = new Date(this.clock()).toISOString();
    this.log.push({ ...session, stoppedAt, ...(lastedSeconds === undefined ? {} : { lastedSeconds }) });
  }

  async replays(entries: object[] = [...this.log, ...this.on.values()]) {
    return replayReply.parse(answered(await this.ask.post('/api/reader/replay', { entries }))).entries;
  }
}

function answered(reply: Reply): unknown {
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body;
}

const seconds = z.int();
const written = z.object({
  v: z.literal(1),
  id: z.string(),
  reader: z.string(),
  machine: z.string(),
  member: z.string(),
  badge: z.string(),
  booking: z.string().nullable(),
  from: seconds,
  until: seconds,
  exp: seconds,
});

export const contentOf = (grant: string): GrantContent =>
  written.parse(JSON.parse(Buffer.from(grant.split('.')[0] ?? '', 'base64url').toString()));
