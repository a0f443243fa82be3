import { z } from 'zod';
import { type Caller, caller } from '../server/caller.ts';

/** What the addresses of the pictures are made from. */
export interface Place {
  workshopId: string;
  /** In order, with a label's code. */
  machineId: string;
  labelCode: string;
  /** Whether it can be started now: at night nothing can. */
  mayStart: boolean;
  outOfOrderId: string;
  /** Asks for a competence that the member lacks, where there is one. */
  guardedId: string;
  /** With parts, steps and files, where the demo region has such a one. */
  designId: string;
  /** A fork, what it came from, and its suggestion there. */
  forkId: string;
  originId: string;
  suggestionId: string;
  /** Open, with what is missing; with a log of pictures. */
  openBuildId: string;
  /** Completed, with parts that were in something before. */
  doneBuildId: string;
  /** What that build made, and a part of it that has had several lives. */
  madeThingId: string;
  livedThingId: string;
  /** Of the workshop whose shelf is fullest. */
  shelfWorkshopId: string;
  materialId: string;
  /** A problem of a design that things in workshops have. */
  impactDesignId: string;
  impactProblemId: string;
  /** The day after today, in the workshop. */
  date: string;
  /** Address of a fresh invitation. */
  invitation: string;
}

/** Cookies of the demo's two people. */
export interface DemoPeople {
  member: Caller;
  steward: Caller;
}

const server = z.object({
  demo: z.object({
    member: z.object({ email: z.string(), password: z.string() }),
    steward: z.object({ email: z.string(), password: z.string() }),
  }),
});
const me = z.object({ workshops: z.array(z.object({ workshopId: z.string(), roles: z.array(z.string()) })) });
const machines = z.object({
  machines: z.array(
    z.object({
      machineId: z.string(),
      workshopId: z.string(),
      labelCode: z.string(),
      kind: z.string(),
      retired: z.boolean(),
      availability: z.looseObject({ answer: z.string() }),
    }),
  ),
});
const designs = z.object({
  designs: z.array(
    z.object({
      designId: z.string(),
      summary: z.object({ lines: z.number(), steps: z.number() }),
      forkedFrom: z.object({ designId: z.string() }).nullable(),
    }),
  ),
});
const suggestions = z.object({
  suggestions: z.array(z.object({ suggestionId: z.string(), from: z.object({ designId: z.string() }) })),
});
const builds = z.object({
  builds: z.array(
    z.object({
      buildId: z.string(),
      kind: z.string(),
      status: z.string(),
      linesMissing: z.number(),
      picture: z.string().nullable(),
      workshop: z.object({ workshopId: z.string() }).nullable(),
    }),
  ),
});
const build = z.object({ thingList: z.array(z.object({ itemId: z.string() })) });
const things = z.object({
  things: z.array(
    z.object({
      itemId: z.string(),
      lives: z.number(),
      inside: z.object({ itemId: z.string() }).nullable(),
    }),
  ),
});
const stock = z.object({
  shelves: z.array(z.object({ stock: z.array(z.object({ materialId: z.string() })) })),
});
const problems = z.object({
  problems: z.array(z.object({ problemId: z.string(), fixedIn: z.number().nullable() })),
});
const impact = z.object({ counts: z.object({ open: z.number(), fixed: z.number() }) });
const invitation = z.object({ url: z.string() });
const DAY = 24 * 3_600_000;

const isLent = ({ kind }: { kind: string }) => kind === 'tool' || kind === 'kit';

/** Signs the demo's member and steward in. `base` to speak to, `origin` as the pages have it. */
export async function demoPeople(base: string, origin: string): Promise<DemoPeople> {
  const nobody = caller(base, origin);
  const { demo } = server.parse((await nobody.get('/api/server')).body);
  const enter = async (who: { email: string; password: string }) => {
    const reply = await nobody.post('/api/auth/sign-in/email', who);
    const cookie = reply.headers.getSetCookie()[0]?.split(';')[0];
    if (cookie === undefined) throw new Error(`signing in answered ${reply.text}`);
    return caller(base, origin, { cookie });
  };
  return { member: await enter(demo.member), steward: await enter(demo.steward) };
}

/** Finds a machine of each kind in a workshop where the steward is one and the member a member. */
export async function findPlace({ member, steward }: DemoPeople): Promise<Place> {
  const [theirs, ours] = await Promise.all(
    [member, steward].map(async (who) => me.parse((await who.get('/api/me')).body).workshops),
  );
  const workshopId = ours?.find(
    (own) =>
      own.roles.includes('steward') && theirs?.some(({ workshopId: other }) => other === own.workshopId),
  )?.workshopId;
  if (workshopId === undefined) throw new Error('they share no workshop');
  const here = machines
    .parse((await member.get('/api/machines')).body)
    .machines.filter((machine) => machine.workshopId === workshopId && !machine.retired && !isLent(machine));
  const answering = (...answers: string[]) =>
    here.find(({ availability }) => answers.includes(availability.answer)) ?? here[0];
  const free = here.find(({ availability }) => availability.answer === 'free');
  const inOrder = free ?? answering('yours', 'taken');
  const found = designs.parse((await member.get('/api/designs?limit=100')).body).designs;
  const design = found.find(({ summary }) => summary.lines > 0 && summary.steps > 0) ?? found[0];
  const fork = await findFork(member, found);
  const reply = await steward.command(`/api/workshops/${workshopId}/invitations`, {
    kind: 'member',
    days: 7,
    uses: 1,
  });
  return {
    workshopId,
    machineId: inOrder?.machineId ?? '',
    labelCode: inOrder?.labelCode ?? '',
    mayStart: free !== undefined,
    outOfOrderId: answering('outOfOrder')?.machineId ?? '',
    guardedId: answering('notYou')?.machineId ?? '',
    designId: design?.designId ?? '',
    ...fork,
    ...(await findMade(member, workshopId)),
    ...(await findImpact(member, found)),
    date: new Date(Date.now() + DAY).toISOString().slice(0, 10),
    invitation: new URL(invitation.parse(reply.body).url).pathname,
  };
}

/** The first fork that suggested something. */
async function findFork(
  member: Caller,
  found: z.infer<typeof designs>['designs'],
): Promise<Pick<Place, 'forkId' | 'originId' | 'suggestionId'>> {
  for (const { designId: forkId, forkedFrom } of found) {
    if (forkedFrom === null) continue;
    const { designId: originId } = forkedFrom;
    const { body } = await member.get(`/api/designs/${originId}/suggestions`);
    const own = suggestions.parse(body).suggestions.find(({ from }) => from.designId === forkId);
    if (own) return { forkId, originId, suggestionId: own.suggestionId };
  }
  return { forkId: '', originId: '', suggestionId: '' };
}

/** A build that is open and one that is not, with what came of it. */
async function findMade(
  member: Caller,
  workshopId: string,
): Promise<
  Pick<
    Place,
    'openBuildId' | 'doneBuildId' | 'madeThingId' | 'livedThingId' | 'shelfWorkshopId' | 'materialId'
  >
> {
  const all = builds.parse((await member.get('/api/builds')).body).builds;
  const open = all.find(
    ({ status, workshop, picture }) =>
      status === 'open' && picture !== null && workshop?.workshopId === workshopId,
  );
  const parts = things.parse((await member.get('/api/things')).body).things;
  const lived = parts
    .filter(({ inside }) => inside !== null)
    .toSorted((one, other) => other.lives - one.lives)[0];
  const madeThingId = lived?.inside?.itemId ?? '';
  let doneBuildId = '';
  for (const { buildId, status, kind } of all) {
    if (status !== 'completed' || kind !== 'make') continue;
    const made = build.parse((await member.get(`/api/builds/${buildId}`)).body).thingList;
    if (!made.some(({ itemId }) => itemId === madeThingId)) continue;
    doneBuildId = buildId;
    break;
  }
  const { shelves } = stock.parse((await member.get(`/api/workshops/${workshopId}/stock`)).body);
  return {
    openBuildId: open?.buildId ?? '',
    doneBuildId,
    madeThingId,
    livedThingId: lived?.itemId ?? '',
    shelfWorkshopId: workshopId,
    materialId: shelves.at(-1)?.stock[0]?.materialId ?? '',
  };
}

/** A problem that is fixed in a later revision, and that things still have. */
async function findImpact(
  member: Caller,
  found: z.infer<typeof designs>['designs'],
): Promise<Pick<Place, 'impactDesignId' | 'impactProblemId'>> {
  for (const { designId } of found) {
    const raised = problems.parse((await member.get(`/api/designs/${designId}/talk`)).body).problems;
    for (const { problemId, fixedIn } of raised) {
      if (fixedIn === null) continue;
      const { body } = await member.get(`/api/designs/${designId}/problems/${problemId}/impact`);
      const { counts } = impact.parse(body);
      if (counts.open > 0 && counts.fixed > 0)
        return { impactDesignId: designId, impactProblemId: problemId };
    }
  }
  return { impactDesignId: '', impactProblemId: '' };
}
