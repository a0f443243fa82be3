import { frameTube } from './frameTube.ts';
import type { Module } from './module.ts';

/** Every module of the construction set. */
export const modules: readonly Module[] = [frameTube];

const byId = new Map(modules.map((module) => [module.id, module]));

/** The module of that id; undefined: there is none. */
export const moduleById = (id: string): Module | undefined => byId.get(id);
