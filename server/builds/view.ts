import type { BuildRow, BuildThingView, BuildView } from '../../shared/builds/views.ts';
import { allowedActions } from '../authorisation/policy.ts';
import { namedRevision, namedWorkshop } from '../designs/naming.ts';
import { withoutWithdrawn } from '../files/queries.ts';
import type { Requester } from '../http/route.ts';
import { itemById } from '../items/queries.ts';
import { machineById } from '../machines/queries.ts';
import type { Parts } from '../parts.ts';
import { workshopById } from '../workshops/queries.ts';
import { contentOf } from './contentOf.ts';
import { minutesOf, timedSessionsOf } from './hours.ts';
import { coverageOf } from './lines.ts';
import { countMissing, partsListOf } from './missing.ts';
import { byName, contributorsOf, isInsider, personTeller } from './people.ts';
import { type Build, buildById, handsOf, isHand, stepsDoneOf, thingsOfBuild } from './queries.ts';
import { logOf, measurementsOf, picturesOf, remarksOf, testsOf } from './queriesOfWork.ts';

type Sources = Pick<Parts, 'views' | 'designs' | 'names' | 'texts'>;
interface Viewing {
  requester: Requester;
  now: number;
}

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** A build in a list: what is missing tells whether others can join. */
export function buildRowOf(
  sources: Pick<Sources, 'views' | 'designs'>,
  build: Build,
  { requester }: Pick<Viewing, 'requester'>,
  lines = partsListOf(sources, build).lines,
): BuildRow {
  const { views } = sources;
  const { buildId, kind, name, status, workshopId, of, things, startedAt, lastAt, endedAt } = build;
  const steps = contentOf(sources, of)?.steps ?? [];
  const done = stepsDoneOf(views, buildId);
  const missing = countMissing(lines);
  return {
    buildId,
    kind,
    name,
    status,
    workshop: namedWorkshop(views, workshopId),
    of: of && namedRevision(views, of.designId, of.revision),
    things: things.length,
    startedAt: instant(startedAt),
    lastAt: instant(lastAt),
    endedAt: endedAt === null ? null : instant(endedAt),
    stepsDone: steps.filter(({ id }) => done.has(id)).length,
    steps: steps.length,
    linesMissing: missing.missing,
    lines: missing.all,
    hands: handsOf(views, buildId).length,
    mine: requester.kind === 'member' && isHand(views, buildId, requester.memberId),
    picture: withoutWithdrawn(views, picturesOf(views, buildId)).at(-1) ?? null,
  };
}

/** Things of a build, by the names that they have. */
export function thingViews(views: Parts['views'], build: Build): BuildThingView[] {
  return thingsOfBuild(views, build.buildId).map(({ itemId, name, serial, code }) => {
    const item = itemById(views, itemId);
    const inService = item?.machine === 'inService';
    return { itemId, name: item?.name ?? name ?? build.name, serial, code, inService };
  });
}

/** All that is told of one build. */
export function buildViewOf(sources: Sources, build: Build, viewing: Viewing): BuildView {
  const { views, names, texts } = sources;
  const { requester, now } = viewing;
  const { buildId, workshopId, of, product, subjectId, forBuild } = build;
  const viewer = requester.kind === 'member' ? requester.memberId : null;
  const insider = isInsider(views, viewing, build);
  const people = contributorsOf(views, build, now);
  const person = personTeller(names, people, { insider, viewer });
  const [log, measurements] = [logOf(views, buildId), measurementsOf(views, buildId)];
  const [tests, remarks] = [testsOf(views, buildId), remarksOf(views, buildId)];
  const known = texts.of([
    ...[build.noteId, build.reasonId].flatMap((id) => id ?? []),
    ...log.flatMap(({ noteId }) => noteId ?? []),
    ...tests.flatMap(({ noteId }) => noteId ?? []),
    ...remarks.map(({ textId }) => textId),
  ]);
  const text = (id: string | null) => (id === null ? null : (known.get(id) ?? null));
  const { lines, besides } = partsListOf(sources, build, {
    person,
    text: (id) => (id === null ? null : (texts.of([id]).get(id) ?? null)),
    prices: insider,
  });
  const steps = contentOf(sources, of)?.steps ?? [];
  const done = stepsDoneOf(views, buildId);
  const sessions = timedSessionsOf(views, buildId, now);
  const own = requester.kind === 'member' && isHand(views, buildId, requester.memberId);
  const other = forBuild && buildById(views, forBuild.buildId);
  const isMine = (by: string) => by === viewer;
  return {
    ...buildRowOf(sources, build, viewing, lines),
    describedRevision: build.describedRevision,
    timeZone: workshopById(views, workshopId)?.timeZone ?? 'UTC',
    note: text(build.noteId),
    startedBy: person(build.startedBy),
    thingList: thingViews(views, build),
    product,
    produced: build.produced,
    subject: subjectId === null ? null : { itemId: subjectId, name: itemById(views, subjectId)?.name ?? '' },
    forBuild: forBuild && other && { ...forBuild, name: other.name },
    reason: text(build.reasonId),
    stepList: steps.map(({ id, title, minutes, parts, machines }) => {
      const when = done.get(id);
      return {
        step: id,
        title,
        minutes,
        parts,
        machines,
        done: when ? { at: instant(when.at), by: person(when.by) } : null,
      };
    }),
    currentStep: steps.find(({ id }) => !done.has(id))?.id ?? null,
    lineList: lines,
    besides,
    log: log
      .filter(({ removed, by }) => !removed || isMine(by))
      .map(({ noteId, at, by, photographs, sounds, ...entry }) => ({
        ...entry,
        photographs: withoutWithdrawn(views, photographs),
        sounds: withoutWithdrawn(views, sounds),
        at: instant(at),
        by: person(by),
        note: text(noteId),
        mine: isMine(by),
      })),
    sessions: sessions.map(({ machineId, bookingId, memberId, from, to, plannedEnd, ...session }) => ({
      machineId,
      machineName: machineById(views, machineId)?.name ?? '',
      bookingId,
      by: person(memberId),
      mine: isMine(memberId),
      from: instant(from),
      to: to === null ? null : instant(to),
      plannedEnd: to === null ? instant(plannedEnd) : null,
      minutes: session.minutes,
      step: session.step,
      begunHere: session.begunHere,
      entityRevision: session.revision,
    })),
    measurements: measurements.map(({ buildId: _, at, by, ...taken }) => ({
      ...taken,
      within: withinOf(taken),
      at: instant(at),
      by: person(by),
      mine: isMine(by),
    })),
    tests: tests.map(({ testId, name, outcome, noteId, at, by }) => ({
      testId,
      name,
      outcome: outcome === 'passed' ? 'passed' : 'failed',
      note: text(noteId),
      at: instant(at),
      by: person(by),
      mine: isMine(by),
    })),
    remarks: remarks.map(({ remarkId, kind, textId, step, line, problemDesign, problemId, at, by }) => ({
      remarkId,
      kind: kind === 'problem' ? 'problem' : 'deviation',
      text: text(textId),
      step,
      line,
      problem: problemDesign !== null && problemId !== null ? { designId: problemDesign, problemId } : null,
      at: instant(at),
      by: person(by),
      mine: isMine(by),
    })),
    handList: byName(handsOf(views, buildId).map(person)),
    contributors: byName(people.map(person)),
    minutes: minutesOf(views, buildId, sessions),
    coverage: coverageOf(lines),
    allowedActions: allowedActions(views, requester, { workshopId, own }, now),
    insider,
  };
}

/** Whether a measurement lies between what it should; null: nobody said what. */
function withinOf(taken: { value: number; least: number | null; most: number | null }): boolean | null {
  if (taken.least === null && taken.most === null) return null;
  return (taken.least ?? -Infinity) <= taken.value && taken.value <= (taken.most ?? Infinity);
}
