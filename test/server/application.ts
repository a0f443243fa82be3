import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { z } from 'zod';
import { type Application, openApplication } from '../../server/app.ts';
import { type Configuration, readConfiguration } from '../../server/configuration.ts';
import type { EventStore } from '../../server/eventstore/port.ts';
import { openLog } from '../../server/http/log.ts';
import { commandReply } from '../../shared/commandReply.ts';
import { NO_BOOKING_RULES } from '../../shared/machines/bookingRules.ts';
import type { RegisterMachine } from '../../shared/machines/commands.ts';
import type { MachineDescription } from '../../shared/machines/events.ts';
import type { FoundWorkshopBody } from '../../shared/workshops/commands.ts';
import { type Caller, caller } from './caller.ts';

export interface StartOptions {
  /** An empty or used folder; it stays. */
  dataDir: string;
  /** Default: the log in a file of `dataDir`. */
  store?: 'sqlite' | EventStore;
  /** UTC milliseconds since 1970. */
  clock?: () => number;
  configuration?: Partial<Configuration>;
  /** Check every answer against its schema; default true. */
  checkReplies?: boolean;
  /** `anywhere`: pushes go to a push service of the test. */
  pushReach?: 'public' | 'anywhere';
  /** `anywhere`: repositories come from a server of the test. */
  gitReach?: 'public' | 'anywhere';
}

export interface Person extends Caller {
  memberId: string;
  name: string;
  email: string;
  password: string;
}

/** The whole real program on a free port, with the first steps that most tests need. */
export interface RunningApplication extends Application {
  dataDir: string;
  /** Lines that the program logged so far, as they would stand in its output. */
  logged(): string;
  nobody: Caller;
  /** Makes an account (without the rate limits of signing up) and signs it in. */
  person(name: string): Promise<Person>;
  /** Signs in over HTTP, as the pages do. */
  signIn(email: string, password: string): Promise<Caller>;
  /** The first founding, with its steward; open to everybody, around the clock, unless told otherwise. */
  found(workshop?: Partial<FoundWorkshopBody>): Promise<{ steward: Person; workshopId: string }>;
  join(person: Caller, workshopId: string): Promise<void>;
  /** Some machine, which asks nothing of a booking unless told otherwise. */
  registerMachine(steward: Caller, workshopId: string, machine?: Partial<RegisterMachine>): Promise<string>;
}

export const PASSWORD = 'correct horse battery staple';

export const someWorkshop: FoundWorkshopBody = {
  name: 'Riverside Workshop',
  place: { address: 'Mill Lane 3, Bamberg', latitude: 49.9, longitude: 10.9 },
  timeZone: 'Europe/Berlin',
  openingHours: { visitor: 'always', member: 'always', host: 'always', steward: 'always', holidays: [] },
  joining: 'open',
};

export const someMachine: MachineDescription = {
  name: 'Laser cutter',
  kind: 'laser',
  maker: null,
  model: null,
  tier: 'workshop',
  lentBy: null,
  origin: 'unknown',
  area: null,
  dangers: [],
  protection: [],
  emergencyStop: null,
  capacity: 1,
  requiredCompetences: [],
  dependsOn: [],
  meters: [],
  contents: [],
  mayRunUnattended: false,
};

/** Boots the program. Close it when done. */
export async function startApplication(options: StartOptions): Promise<RunningApplication> {
  const {
    dataDir,
    store = 'sqlite',
    clock,
    checkReplies = true,
    pushReach = 'public',
    gitReach = 'public',
  } = options;
  let lines = '';
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      lines += String(chunk);
      done();
    },
  });
  const application = await openApplication(configurationFor(dataDir, options.configuration), {
    logger: openLog('info', output).logger,
    checkReplies,
    pushReach,
    gitReach,
    ...(clock === undefined ? {} : { clock }),
    ...(store === 'sqlite' ? {} : { store }),
  });
  const { accounts } = application;
  // By number: a name would be looked up, and tried on both kinds of address, for every connection.
  const base = `http://127.0.0.1:${application.port}`;
  const nobody = caller(base, application.url);

  const signedIn = async (name: string, email: string, memberId: string): Promise<Person> => {
    const cookie = await accounts.sessions.open(memberId);
    return { ...caller(base, application.url, { cookie }), memberId, name, email, password: PASSWORD };
  };
  const emailOf = (name: string) =>
    `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${randomBytes(6).toString('hex')}@example.org`;

  return {
    ...application,
    dataDir,
    logged: () => lines,
    nobody,
    person: async (name) => {
      const email = emailOf(name);
      const memberId = await accounts.members.create({ email, displayName: name, password: PASSWORD });
      if (memberId === null) throw new Error('the address is taken');
      return signedIn(name, email, memberId);
    },
    signIn: async (email, password) => {
      const reply = await nobody.post('/api/auth/sign-in/email', { email, password });
      const cookie = reply.headers.getSetCookie()[0]?.split(';')[0];
      if (reply.status !== 200 || cookie === undefined) throw new Error(`signing in answered ${reply.text}`);
      return caller(base, application.url, { cookie });
    },
    found: async (workshop = {}) => {
      const code = application.foundingCode;
      if (code === null) throw new Error('it is founded already');
      const email = emailOf('Stefania');
      const reply = await nobody.command('/api/founding', {
        code,
        account: { name: 'Stefania', email, password: PASSWORD },
        workshop: { ...someWorkshop, ...workshop },
      });
      const memberId = await accounts.members.byEmail(email);
      if (memberId === null) throw new Error(`founding answered ${reply.text}`);
      return { steward: await signedIn('Stefania', email, memberId), workshopId: idIn(reply) };
    },
    join: async (person, workshopId) => {
      idIn(await person.command(`/api/workshops/${workshopId}/join`, {}));
    },
    registerMachine: async (steward, workshopId, machine = {}) => {
      const body = { ...someMachine, rules: NO_BOOKING_RULES, ...machine };
      return idIn(await steward.command(`/api/workshops/${workshopId}/machines`, body));
    },
  };
}

/** The id that a command made. @throws with the answer's text when it was not accepted. */
export function idIn(reply: { body: unknown; text: string }): string {
  const read = commandReply.safeParse(reply.body);
  if (!read.success) throw new Error(`not accepted: ${reply.text}`);
  return read.data.id;
}

export function configurationFor(dataDir: string, changes: Partial<Configuration> = {}): Configuration {
  const read = readConfiguration({ PORT: '0', DATA_DIR: dataDir, BACKUP_AT: 'never', FOUNDING: 'open' }, []);
  if (read.outcome !== 'configuration') throw new Error('the defaults are not valid');
  return { ...read.configuration, ...changes };
}

/** What `/readyz` says. */
export const readyReply = z.object({
  ready: z.boolean(),
  parts: z.record(z.string(), z.object({ well: z.boolean(), reason: z.string().optional() })),
});
