import { z } from 'zod';

/** What a badge says of itself, however its reader writes it (`04:A2:1B`, `04a21b`). */
export const badgeWritten = z
  .string()
  .regex(/^[0-9A-Za-z][0-9A-Za-z\s:-]{2,78}[0-9A-Za-z]$/, 'is not the number of a badge');
