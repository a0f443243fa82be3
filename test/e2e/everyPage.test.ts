import { everyPageFor } from './everyPageFor.ts';

everyPageFor('nobody', 'steward');
