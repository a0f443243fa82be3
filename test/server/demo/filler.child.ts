import { fill } from './filled.ts';

/** Fills the folder that it is given; to be killed in the middle. */
await fill(process.argv[2] ?? '');
