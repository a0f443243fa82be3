import { z } from 'zod';

/** Languages in which the program speaks. */
export const language = z.enum(['en', 'es']);
export type Language = z.infer<typeof language>;
