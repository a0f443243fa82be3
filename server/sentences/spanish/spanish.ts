import { type Translate, translatorOf } from '../template.ts';
import { bookings } from './bookings.ts';
import { bringing } from './bringing.ts';
import { builds } from './builds.ts';
import { designs } from './designs.ts';
import { devices } from './devices.ts';
import { drafts } from './drafts.ts';
import { exchange } from './exchange.ts';
import { files } from './files.ts';
import { http } from './http.ts';
import { imports } from './imports.ts';
import { machines } from './machines.ts';
import { models } from './models.ts';
import { people } from './people.ts';
import { phrase } from './phrases.ts';
import { stock } from './stock.ts';
import { things } from './things.ts';

/** A sentence of the program in Spanish; null where it has none. */
export const inSpanish: Translate = translatorOf(
  {
    ...http,
    ...people,
    ...files,
    ...imports,
    ...machines,
    ...bookings,
    ...devices,
    ...designs,
    ...builds,
    ...drafts,
    ...bringing,
    ...exchange,
    ...models,
    ...stock,
    ...things,
  },
  phrase,
);
