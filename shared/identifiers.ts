import { z } from 'zod';

/** A random (or derived, RFC 9562) UUID in lower case: names one thing for ever and says nothing about it. */
const identifier = z.uuid().toLowerCase();

export const memberId = identifier;
export const workshopId = identifier;
export const competenceId = identifier;
export const inductionId = identifier;
export const machineId = identifier;
export const bookingId = identifier;
export const seriesId = identifier;
export const waitId = identifier;
export const holdId = identifier;
export const reservationId = identifier;
export const outageId = identifier;
export const faultId = identifier;
export const repairId = identifier;
export const planId = identifier;
export const settingId = identifier;
export const readerId = identifier;
export const textId = identifier;
export const designId = identifier;
export const draftId = identifier;
export const uploadId = identifier;
export const suggestionId = identifier;
export const problemId = identifier;
export const questionId = identifier;
export const answerId = identifier;
export const reviewId = identifier;
/** One physical thing. A machine is the thing of the same id. */
export const itemId = identifier;
/** One time that a thing was put into another. */
export const fittingId = identifier;
export const loanId = identifier;
export const buildId = identifier;
/** One entry of a build's log. */
export const logId = identifier;
/** What met a line of a build's parts list without being a thing. */
export const meetingId = identifier;
export const measurementId = identifier;
export const testId = identifier;
export const remarkId = identifier;
/** A material or part that is counted, the same in every workshop: derived from its words. */
export const materialId = identifier;
export const lotId = identifier;
export const consumptionId = identifier;
export const countId = identifier;
export const moveId = identifier;
export const stockReservationId = identifier;
export const workId = identifier;
export const commandId = identifier;

/** A file by the SHA-256 of its bytes, in lower-case hex: the same content has the same name everywhere. */
export const fileId = z.string().regex(/^[0-9a-f]{64}$/, 'is not the SHA-256 of a file');

/**
 * Names one entry of a list within a design's content (a line, a step, an interface) through all its revisions and
 * forks, so that two revisions can be compared entry by entry. Made by chance or from what is imported.
 */
export const entryId = z.string().regex(/^[0-9a-z][0-9a-z-]{3,39}$/, 'is not the id of an entry');

/** The short code on a machine's label: Crockford base 32 without I, L, O, U. `/m/7K3F` is stable for ever. */
export const labelCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4,8}$/);
