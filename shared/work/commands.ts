import { z } from 'zod';
import { freeText } from '../text.ts';
import { instant } from '../time.ts';
import { workKind, workSubject } from './events.ts';

/** Body of `POST /api/me/work`. `at` left out: now. */
export const noteWork = z.strictObject({
  kind: workKind,
  minutes: z.int().min(1).max(100_000),
  on: workSubject,
  at: instant.optional(),
  note: freeText.default(''),
});

/** Body of `POST /api/me/work/{workId}/take-back`. */
export const takeBackWork = z.strictObject({});
