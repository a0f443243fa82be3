import type { ViewsReader } from '../views/reader.ts';
import { type BuildRow, networkBuilds } from './tables.ts';

/** A build as the network knows it. */
export const buildById = (views: ViewsReader, buildId: string): BuildRow | null =>
  views.byKey(networkBuilds, buildId) ?? null;
