import { UNITS } from '../../shared/designs/units.ts';
import { countDoings, doingOfLine } from '../../shared/plans/doing.ts';
import type { PlanLine, PlanOption, PlanView } from '../../shared/plans/views.ts';
import { namedRevision, namedWorkshop } from '../designs/naming.ts';
import type { ViewsReader } from '../views/reader.ts';
import { type PlannedLine, tidy } from './asked.ts';
import { costsOf } from './costs.ts';
import { factsFor } from './facts.ts';
import { eachInPieces, stepByStep } from './pieces.ts';
import { planning } from './plan.ts';
import { type PlanSubject, type SubjectLine, subjectLines } from './subject.ts';
import { topicsOf } from './topics.ts';
import { cameOutOf } from './whence.ts';

/** Lines that one answer tells; of longer plans those that are not met come first. */
const MOST_TOLD = 1000;
/** Of what met a line, so much is told. */
const MOST_MET_BY = 5;
/** Lines that are put into words before others are served. */
const AT_ONCE = 200;

/** The plan for a build, or for a revision before there is one. Others are served while a long one is made. */
export async function planFor(views: ViewsReader, subject: PlanSubject): Promise<PlanView> {
  const { build, of, workshopId, things } = subject;
  const known = await subjectLines(views, subject);
  const asked = known.map((one) => one.asked);
  const { facts, nearest, designs } = await factsFor(views, subject, asked);
  const plan = await stepByStep(planning(facts));
  const told = toldOf(known, plan.lines, workshopId);
  const lines: PlanLine[] = [];
  await eachInPieces(told, AT_ONCE, (one) => lines.push(toldLine(views, one)));
  return {
    buildId: build?.buildId ?? null,
    of: of && namedRevision(views, of.designId, of.revision),
    workshop: namedWorkshop(views, workshopId),
    things,
    lines,
    all: plan.lines.length,
    counts: countDoings(plan.lines, workshopId),
    cuts: plan.cuts,
    ...costsOf(plan.lines),
    topics: topicsOf(subject, asked, lines, { nearest, designs }),
  };
}

interface Told {
  known: SubjectLine;
  planned: PlannedLine;
}

/** As many lines as one answer tells, in the order of the parts list; where there are more, what is met is left out first. */
function toldOf(known: readonly SubjectLine[], planned: readonly PlannedLine[], here: string): Told[] {
  const both = known.flatMap((one, index): Told[] => {
    const line = planned[index];
    return line ? [{ known: one, planned: line }] : [];
  });
  if (both.length <= MOST_TOLD) return both;
  const isMet = ({ planned: line }: Told) => Number(doingOfLine(line, here) === 'met');
  return both.toSorted((one, other) => isMet(one) - isMet(other)).slice(0, MOST_TOLD);
}

/** A line with what only the views know of it. */
function toldLine(views: ViewsReader, { known: { view, reserved }, planned }: Told): PlanLine {
  const whence = (option: PlanOption): PlanOption =>
    option.how === 'item' ? { ...option, cameOutOf: cameOutOf(views, option.itemId) } : option;
  return {
    ...planned,
    plan: planned.plan.map(whence),
    else: planned.else.map(whence),
    kept: tidy(view.kept),
    reserved: reserved.map(({ stockReservationId, workshopId, shelf, materialId, name, unit, amount }) => ({
      stockReservationId,
      workshop: namedWorkshop(views, workshopId),
      shelf,
      materialId,
      name,
      quantity: tidy(amount / UNITS[unit].inBase),
      unit,
    })),
    metBy: view.meetings.slice(0, MOST_MET_BY).map(({ name, itemId, substitutes }) => ({
      name,
      itemId,
      substitutes,
      cameOutOf: itemId === null ? null : cameOutOf(views, itemId),
    })),
  };
}
