import { z } from 'zod';

/** Control characters other than line breaks and tabs never belong in what people write. */
const hasControlCharacters = (text: string) => /(?![\t\r\n])\p{Cc}/u.test(text);

const wellFormed = (text: string) => text.isWellFormed() && !hasControlCharacters(text);

/** Something that can be seen: joiners and marks alone name nothing. */
const isVisible = (text: string) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);

/** A name of a workshop, machine or competence: one line, 1 to 80 characters. */
export const properName = z
  .string()
  .trim()
  .min(1, 'needs at least one character')
  .max(80, 'has more than 80 characters')
  .refine((text) => wellFormed(text) && !/[\r\n\t]/.test(text), 'has characters that cannot be shown')
  .refine((text) => text === '' || isVisible(text), 'needs at least one character');

/** Free text that a person writes (purpose, reason, note): kept by reference in accounts, never in the log. */
export const freeText = z
  .string()
  .trim()
  .max(2000, 'has more than 2,000 characters')
  .refine(wellFormed, 'has characters that cannot be shown');

/** A free text that must say something. */
export const writtenReason = freeText.min(1, 'needs a reason');

/** One line of a design's content, at most so many characters; may be empty. */
export const contentLine = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `has more than ${most} characters`)
    .refine((text) => wellFormed(text) && !/[\r\n\t]/.test(text), 'has characters that cannot be shown');

/** Markdown in a design's content, at most so many characters. */
export const contentText = (most: number) =>
  z
    .string()
    .max(most, `has more than ${most} characters`)
    .refine(wellFormed, 'has characters that cannot be shown');
