import { z } from 'zod';
import { competenceId, memberId, workshopId } from '../identifiers.ts';
import { language } from '../language.ts';
import { role } from '../roles.ts';
import { instant } from '../time.ts';
import { theme } from './commands.ts';
import { pausable } from './events.ts';

/** Areas of the program that stay hidden until a workshop of one's own has something in them. */
export const hiddenArea = z.enum(['borrow', 'builds', 'shelf']);
export type HiddenArea = z.infer<typeof hiddenArea>;

/** Oneself, as the program knows one. */
export const meView = z.strictObject({
  memberId,
  name: z.string(),
  /** Null for somebody without e-mail. */
  email: z.string().nullable(),
  /** Null: as the browser asks. */
  language: language.nullable(),
  theme,
  workshops: z.array(
    z.strictObject({
      workshopId,
      name: z.string(),
      timeZone: z.string(),
      roles: z.array(role),
      /** What the workshop uses of the areas that not all use. */
      areas: z.array(hiddenArea),
      /** Waiting for approval since. */
      requestedAt: instant.nullable(),
      pause: z
        .strictObject({ until: instant, reason: z.string().nullable(), what: z.array(pausable) })
        .nullable(),
    }),
  ),
  competences: z.array(
    z.strictObject({ competenceId, workshopId, name: z.string(), until: instant.nullable() }),
  ),
  mayFound: z.boolean(),
});
export type MeView = z.infer<typeof meView>;

/** Something the program tells a member. */
export const noticeView = z.strictObject({
  noticeId: z.uuid(),
  kind: z.string(),
  params: z.record(z.string(), z.unknown()),
  /** In the member's language, with the names and texts of this moment. */
  sentence: z.string(),
  /** Page that shows more, from the origin on. */
  path: z.string(),
  createdAt: z.string(),
  readAt: z.string().nullable(),
});
export type NoticeView = z.infer<typeof noticeView>;
