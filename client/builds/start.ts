import type { StartBuildBody } from '../../shared/builds/commands.ts';
import type { BuildKind } from '../../shared/builds/events.ts';
import { buildKind } from '../../shared/builds/events.ts';
import type { BuildView, LineView } from '../../shared/builds/views.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';

/** What the address of the page asks to begin with. */
export interface StartAsked {
  designId: string | null;
  revision: number | null;
  subjectId: string | null;
  kind: BuildKind | null;
  workshopId: string | null;
  forBuild: { buildId: string; line: string } | null;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const idFrom = (text: string | undefined) => (text !== undefined && ID.test(text) ? text : null);

/** What the address says; what it says wrongly is left out. */
export function startAsked(query: Record<string, string>): StartAsked {
  const kind = buildKind.safeParse(query.kind);
  const forBuild = idFrom(query.forBuild);
  return {
    designId: idFrom(query.design),
    revision: /^[1-9]\d{0,5}$/.test(query.revision ?? '') ? Number(query.revision) : null,
    subjectId: idFrom(query.subject),
    kind: kind.success ? kind.data : null,
    workshopId: idFrom(query.workshop),
    forBuild: forBuild !== null && query.line ? { buildId: forBuild, line: query.line } : null,
  };
}

/** What the form knows when its button is pressed. */
export interface StartWanted {
  buildId: string;
  workshopId: string;
  kind: BuildKind;
  /** Empty: as the design. */
  name: string;
  note: string;
  count: number;
  of: PinnedRevision | null;
  subjectId: string | null;
  /** The line that it is made for. */
  forLine: { build: Pick<BuildView, 'buildId'>; line: LineView } | null;
}

/** Whether so many of something come of it. */
export const makesThings = (kind: BuildKind) => kind === 'make' || kind === 'spare';

/** The command. What is made for a line that is only counted goes on the shelf, under the words of the line. */
export function bodyOfStart(wanted: StartWanted): StartBuildBody {
  const { buildId, workshopId, kind, name, note, count, of, subjectId, forLine } = wanted;
  const counted = forLine !== null && !forLine.line.line.tracked ? forLine.line.line : null;
  return {
    buildId,
    workshopId,
    kind,
    of,
    subjectId,
    note: note.trim(),
    forBuild: forLine && { buildId: forLine.build.buildId, line: forLine.line.line.id },
    things: counted === null && makesThings(kind) ? count : 0,
    ...(name.trim() ? { name: name.trim() } : {}),
    ...(counted === null
      ? {}
      : {
          product: {
            name: counted.name.slice(0, 80),
            specification: counted.specification,
            quantity: count,
            unit: counted.unit,
          },
        }),
  };
}
