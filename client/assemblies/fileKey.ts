import type { InstanceOf } from '../../shared/assemblies/instances.ts';

/** What tells the models of files apart: one file in two units is two models. */
export const fileKey = ({ path, unit }: Extract<InstanceOf, { kind: 'file' }>): string => `${unit} ${path}`;
