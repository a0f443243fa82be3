import type { FaultView, RepairView } from '../../../shared/machines/careViews.ts';
import { zonedText } from '../../../shared/workshops/zonedText.ts';
import { standingOutagesOf } from '../../bookings/outages/queries.ts';
import type { Requester } from '../../http/route.ts';
import type { Parts } from '../../parts.ts';
import type { KnownFault, KnownRepair } from './queries.ts';

type ReadingParts = Pick<Parts, 'views' | 'names' | 'texts'>;

/** Who looks at a workshop's machines, and whether they belong to it: only then words, pictures and names are shown. */
export interface Onlooker {
  requester: Requester;
  isInsider: boolean;
  timeZone: string;
}

/** Faults as the viewer may see them. */
export function faultViews(
  { views, names, texts }: ReadingParts,
  faults: readonly KnownFault[],
  { requester, isInsider, timeZone }: Onlooker,
): FaultView[] {
  const nameOf = names.of(isInsider ? new Set(faults.flatMap(({ reportedBy }) => reportedBy ?? [])) : []);
  const bodyOf = texts.of(isInsider ? faults.flatMap(({ textId }) => textId ?? []) : []);
  const machineIds = new Set(faults.map(({ machineId }) => machineId));
  const lockOf = new Map(
    [...machineIds]
      .flatMap((machineId) => standingOutagesOf(views, machineId))
      .flatMap(({ outageId, faultId }) => (faultId === null ? [] : [[faultId, outageId] as const])),
  );
  return faults.map((fault) => {
    const { faultId, machineId, severity, reportedAt, textId, reportedBy, status, revision } = fault;
    return {
      faultId,
      machineId,
      severity,
      at: zonedText(reportedAt, timeZone),
      text: (textId && bodyOf.get(textId)) || null,
      photographs: isInsider ? fault.photographs : [],
      reportedBy:
        isInsider && reportedBy !== null
          ? { memberId: reportedBy, name: nameOf.get(reportedBy) ?? null }
          : null,
      mine: requester.kind === 'member' && requester.memberId === reportedBy,
      status,
      lockedBy: lockOf.get(faultId) ?? null,
      revision,
    };
  });
}

/** Repairs as the workshop's people see them. */
export function repairViews(
  { names, texts }: Pick<Parts, 'names' | 'texts'>,
  repairs: readonly KnownRepair[],
  timeZone: string,
): RepairView[] {
  const nameOf = names.of(new Set(repairs.map(({ repairedBy }) => repairedBy)));
  const bodyOf = texts.of(repairs.flatMap(({ noteId }) => noteId ?? []));
  return repairs.map(({ repairId, faultIds, noteId, parts, minutes, returns, repairedBy, loggedAt }) => ({
    repairId,
    faultIds,
    at: zonedText(loggedAt, timeZone),
    note: (noteId && bodyOf.get(noteId)) || null,
    parts,
    minutes,
    returns,
    repairedBy: { memberId: repairedBy, name: nameOf.get(repairedBy) ?? null },
  }));
}
