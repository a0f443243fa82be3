import { z } from 'zod';

/** What a file is to the design. */
export const fileRole = z.enum([
  'picture',
  /** What is edited: CAD models, schematics. */
  'source',
  /** What is made from the source for a machine or an eye: STL, DXF, G-code, PDF. */
  'export',
  'drawing',
  'instructions',
  'partsList',
  'software',
  'licence',
  'manifest',
  'other',
]);
export type FileRole = z.infer<typeof fileRole>;

const isClean = (part: string) => part !== '' && part !== '.' && part !== '..' && !/[\\:]|\p{Cc}/u.test(part);

/** A relative path with forward slashes: no `..`, no scheme, no drive, no control characters; 400 characters. */
export const filePath = z
  .string()
  .min(1)
  .max(400, 'has more than 400 characters')
  .refine(
    (path) => path.isWellFormed() && path.split('/').every(isClean),
    'must be a relative path within the design',
  );
