import type { LineView } from '../../shared/builds/views.ts';
import type { PartLine } from '../../shared/designs/partLines.ts';
import { type Kept, keptByLine } from '../builds/kept.ts';
import { leavesOf } from '../builds/lines.ts';
import type { Build } from '../builds/queries.ts';
import { materialOfLine } from '../stock/materials.ts';
import type { ViewsReader } from '../views/reader.ts';
import type { AskedLine } from './asked.ts';
import { eachInPieces } from './pieces.ts';

/** For what a plan is made. */
export interface PlanSubject {
  /** Null: before there is a build. */
  build: Build | null;
  of: { designId: string; revision: number } | null;
  workshopId: string;
  things: number;
  lines: readonly LineView[];
}

/** Lines that are read before others are served. */
const AT_ONCE = 500;

/** Lines of a revision never change, and the same ones are planned again and again. */
const materials = new WeakMap<PartLine, string>();
function materialOf(line: PartLine): string {
  const known = materials.get(line) ?? materialOfLine(line);
  materials.set(line, known);
  return known;
}

/** A line that is planned, with what the build's own log says of it. */
export interface SubjectLine {
  view: LineView;
  asked: AskedLine;
  reserved: readonly Kept[];
}

/** The lines of a subject that are really fetched, with what is kept for them. */
export async function subjectLines(
  views: ViewsReader,
  { build, lines }: PlanSubject,
): Promise<SubjectLine[]> {
  const kept = build === null ? new Map<string, Kept[]>() : keptByLine(views, build.buildId);
  const found: SubjectLine[] = [];
  await eachInPieces(leavesOf(lines), AT_ONCE, (view) => {
    const { line, needed, met, missing, choice } = view;
    const reserved = kept.get(line.id) ?? [];
    const asked = { line, materialId: materialOf(line), needed, met, missing, choice, kept: reserved };
    found.push({ view, asked, reserved });
  });
  return found;
}
