import type { Random } from './random.ts';
import { entityOf, type FuzzedRequest, type Pair } from './request.ts';
import type { Known } from './values.ts';

const MOST_KEPT = 12;

/** Names in answers, and those under which requests ask for the same. */
const ASKED_AS = new Map([
  ['labelCode', ['code']],
  ['token', ['invitation', 'token']],
  ['itemId', ['into', 'subjectId']],
]);

/** What is made by which path. */
const MADE_AT: Record<string, RegExp> = {
  machine: /\/machines(\?|$)/,
  booking: /\/(bookings|use\/start)(\?|$)/,
  outage: /\/outages(\?|$)/,
  competence: /\/competences(\?|$)/,
  wait: /\/waiting(\?|$)/,
  fault: /\/faults(\?|$)/,
  setting: /\/settings(\?|$)/,
  plan: /\/maintenance-plans(\?|$)/,
  reader: /\/readers(\?|$)/,
  induction: /\/inductions(\?|$)/,
  suggestion: /\/suggestions(\?|$)/,
  problem: /\/problems(\?|$)/,
  question: /\/questions(\?|$)/,
  answer: /\/answers(\?|$)/,
  review: /\/reviews(\?|$)/,
  build: /\/builds(\?|$)/,
  log: /\/log(\?|$)/,
  meeting: /\/meetings(\?|$)/,
  measurement: /\/measurements(\?|$)/,
  test: /\/tests(\?|$)/,
  remark: /\/remarks(\?|$)/,
  item: /\/(things|recover-from|split)(\?|$)/,
  fitting: /\/fit(\?|$)/,
  repair: /\/(repair|modify)(\?|$)/,
  work: /\/me\/work(\?|$)/,
  lot: /\/receive(\?|$)/,
  consumption: /\/stock\/[^/]+\/consume(\?|$)/,
  stockReservation: /\/reserve(\?|$)/,
};

/** By what a path begins with: what the next part of it names. */
const OWNERS: Record<string, string> = { machines: 'machineId', builds: 'buildId', things: 'itemId' };

/** What was seen in answers, so that later requests find something: ids, codes, and the revisions of entities. */
export class Learning {
  readonly known: Record<string, string[]>;
  readonly revisions = new Map<string, string>();
  readonly pairs: Pair[] = [];
  readonly #random: Random;

  constructor(known: Known, random: Random) {
    this.known = Object.fromEntries(Object.entries(known).map(([name, values]) => [name, [...values]]));
    this.#random = random;
  }

  from(
    sent: FuzzedRequest,
    answered: { status: number; contentType: string; etag: string | null; text: string },
  ): void {
    if (answered.etag !== null) {
      const [path = ''] = sent.path.split('?');
      this.revisions.set(sent.method === 'GET' ? path : entityOf(path), answered.etag);
    }
    // A file that was sent in, and a stream of changes, may begin like JSON.
    if (answered.status < 300 && answered.contentType.startsWith('application/json')) {
      this.#walk(JSON.parse(answered.text), sent);
    }
  }

  #walk(value: unknown, sent: FuzzedRequest): void {
    if (Array.isArray(value)) for (const item of value) this.#walk(item, sent);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        if (typeof inner === 'string') this.#keep(name, inner, sent);
        else this.#walk(inner, sent);
      }
    }
  }

  #keep(name: string, value: string, { path }: FuzzedRequest): void {
    const made = Object.entries(MADE_AT).find(([, at]) => at.test(path))?.[0];
    const [, within = '', owner] = /^\/api\/(machines|builds|things)\/([0-9a-f-]{36})\//.exec(path) ?? [];
    if (name === 'id' && made !== undefined) {
      this.#add(`${made}Id`, value);
      const ownerId = OWNERS[within];
      if (ownerId !== undefined && owner !== undefined) {
        this.pairs.push({ [ownerId]: owner, [`${made}Id`]: value });
      }
    }
    if (/^[a-z]+Id$/.test(name) && !name.startsWith('request')) this.#add(name, value);
    for (const asked of ASKED_AS.get(name) ?? []) this.#add(asked, value);
  }

  #add(name: string, value: string): void {
    this.known[name] ??= [];
    const values = this.known[name];
    if (values.includes(value)) return;
    if (values.length < MOST_KEPT) values.push(value);
    else values[this.#random.below(MOST_KEPT)] = value;
  }
}
