import type { Assembly, AssemblySources } from '../../../shared/assemblies/assembly.ts';
import {
  type Instance,
  type Mate,
  NO_OFFSET,
  type ParameterSetting,
} from '../../../shared/assemblies/instances.ts';
import { type DesignContent, EMPTY_CONTENT } from '../../../shared/designs/content.ts';

type Settings = Record<string, ParameterSetting>;

export const module = (
  id: string,
  of: string,
  parameters: Settings = {},
  more: Partial<Instance> = {},
): Instance => ({
  id,
  name: '',
  of: { kind: 'module', module: of },
  parameters,
  at: { origin: [0, 0, 0], x: [1, 0, 0], z: [0, 0, 1] },
  mirrored: false,
  step: null,
  alternatives: [],
  ...more,
});

/** `tube.end-top` meets `plate.grid-bottom`. */
export function mate(id: string, one: string, other: string, more: Partial<Mate> = {}): Mate {
  const side = (written: string) => {
    const [instance = '', ...rest] = written.split('.');
    return { instance, interface: rest.join('.') };
  };
  return { id, kind: 'rigid', one: side(one), other: side(other), turn: 0, offset: NO_OFFSET, ...more };
}

export const assembly = (more: Partial<Assembly>): Assembly => ({
  parameters: [],
  instances: [],
  mates: [],
  ...more,
});

export const NO_SOURCES: AssemblySources = { designOf: () => null };

const PIN = '00000000-0000-4000-8000-00000000000';
export const pin = (last: number) => ({ designId: `${PIN}${last}`, revision: 1 });
export const design = (
  id: string,
  last: number,
  parameters: Settings = {},
  more: Partial<Instance> = {},
): Instance => module(id, '', parameters, { of: { kind: 'design', ...pin(last) }, ...more });

export const content = (title: string, more: Partial<DesignContent>): DesignContent => ({
  ...EMPTY_CONTENT,
  title,
  licence: 'CERN-OHL-S-2.0',
  ...more,
});

/** Designs by the last digit of their id. */
export const sources = (designs: Record<number, DesignContent>): AssemblySources => ({
  designOf: ({ designId }) => designs[Number(designId.slice(PIN.length))] ?? null,
});

export const parameter = (name: string, value: string, unit = 'mm') => ({
  id: `p-${name}`,
  name,
  value,
  unit,
});
