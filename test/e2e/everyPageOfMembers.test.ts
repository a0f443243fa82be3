import { everyPageFor } from './everyPageFor.ts';

everyPageFor('member');
