import { z } from 'zod';
import type { EventHandlers, TableWriters } from '../views/projection.ts';
import { nobody, outside, owned } from './bareRows.ts';
import { changeFrom, changeItem, described, partyId, rewriteRevision, takeBackPlaces } from './placing.ts';
import { itemAnswers, itemModifications, items } from './tables.ts';

const fileIds = z.array(z.string());
const time = (instant: string) => Date.parse(instant);

const ended = (tables: TableWriters, itemId: string, at: string, status: string, revision: number) =>
  changeFrom(tables, itemId, time(at), { status, ...outside, ...nobody, revision });
const ENDS = ['consumed', 'scrapped', 'split'];

/**
 * What is used up or cut into pieces holds nothing: something that went in a moment before, by the order of the log, is
 * in there, and the end does not stand.
 */
function endedEmpty(tables: TableWriters, itemId: string, at: string, status: string, revision: number) {
  if ((tables.of(items).get(itemId)?.holds ?? 0) > 0) changeItem(tables, itemId, { revision });
  else ended(tables, itemId, at, status, revision);
}

/** Where it goes, who has it, whose it is, and what becomes of it. */
export const onLives: EventHandlers = {
  ItemMoved({ data: { itemId, workshopId, shelf, at }, revision }, tables) {
    changeFrom(tables, itemId, time(at), { workshopId, shelf, revision });
  },
  ItemLent({ data: { itemId, loanId, to, until, at }, revision }, tables) {
    const holder = { holderKind: to.kind, holderId: partyId(to) };
    const loanUntil = until === null ? null : time(until);
    changeFrom(tables, itemId, time(at), { ...holder, loanId, loanUntil, revision });
  },
  ItemReturned({ data: { itemId, grade, at }, revision }, tables) {
    const graded = grade === null ? {} : { grade };
    changeFrom(tables, itemId, time(at), { ...nobody, ...graded, revision });
  },
  ItemGiven({ data: { itemId, to, at, by }, revision }, tables) {
    const there = to.kind === 'workshop' ? { workshopId: to.workshopId, shelf: null } : { shelf: null };
    const given = { ...owned(to), givenBy: by };
    changeFrom(tables, itemId, time(at), { ...given, ...there, ...nobody, revision });
  },
  ItemConsumed({ data: { itemId, at }, revision }, tables) {
    endedEmpty(tables, itemId, at, 'consumed', revision);
  },
  ItemScrapped({ data: { itemId, at }, revision }, tables) {
    ended(tables, itemId, at, 'scrapped', revision);
  },
  ItemSplit({ data: { itemId, at }, revision }, tables) {
    endedEmpty(tables, itemId, at, 'split', revision);
  },
  ItemEndTakenBack({ data: { itemId }, revision }, tables) {
    takeBackPlaces(tables, itemId, ({ status }) => ENDS.includes(status) || status === 'neverWas');
    changeItem(tables, itemId, { revision });
  },
};

/** What it is. */
export const onDescriptions: EventHandlers = {
  ItemDescribed({ data: { itemId, description }, revision }, tables) {
    changeItem(tables, itemId, { ...described(description), revision });
  },
  ItemPhotographAdded({ data: { itemId, fileId }, revision }, tables) {
    const shown = fileIds.parse(JSON.parse(tables.of(items).get(itemId)?.photographs ?? '[]'));
    changeItem(tables, itemId, { photographs: JSON.stringify([...shown, fileId]), revision });
  },
  ItemPhotographRemoved({ data: { itemId, fileId }, revision }, tables) {
    const shown = fileIds.parse(JSON.parse(tables.of(items).get(itemId)?.photographs ?? '[]'));
    const photographs = JSON.stringify(shown.filter((other) => other !== fileId));
    changeItem(tables, itemId, { photographs, revision });
  },
  ItemRepaired({ data: { itemId }, revision }, tables) {
    changeItem(tables, itemId, { revision });
  },
  ItemModified({ data: { itemId, repairId, of, at }, revision }, tables) {
    const row = tables.of(items).get(itemId);
    const { ofDesign = null, ofRevision = null } = row ?? {};
    tables.of(itemModifications).put({ repairId, at: time(at), ofDesign, ofRevision });
    const now = { ofDesign: of?.designId ?? null, ofRevision: of?.revision ?? null };
    changeFrom(tables, itemId, time(at), { ...now, revision });
  },
  ItemRepairTakenBack({ data: { itemId, repairId }, revision }, tables) {
    const modification = tables.of(itemModifications).get(repairId);
    if (modification) {
      const { at, ofDesign, ofRevision } = modification;
      rewriteRevision(tables, itemId, at, { ofDesign, ofRevision });
      tables.of(itemModifications).remove(repairId);
    }
    changeItem(tables, itemId, { revision });
  },
  ItemProblemAnswered({ data, revision }, tables) {
    const { itemId, designId, problemId, answer, reasonId, by, at } = data;
    const answered = `${itemId}/${problemId}`;
    const row = { answered, itemId, designId, problemId, answer, reasonId, answeredBy: by };
    tables.of(itemAnswers).put({ ...row, at: time(at) });
    changeItem(tables, itemId, { revision });
  },
  ItemProblemReopened({ data: { itemId, problemId }, revision }, tables) {
    tables.of(itemAnswers).remove(`${itemId}/${problemId}`);
    changeItem(tables, itemId, { revision });
  },
};
