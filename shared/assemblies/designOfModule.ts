import { type DraftContent, EMPTY_CONTENT } from '../designs/content.ts';
import { type DesignInterface, designInterface } from '../designs/interfaces.ts';
import type { Module, ModuleInterface } from '../modules/module.ts';
import type { Parameter } from '../modules/parameters.ts';
import type { Values } from './assembly.ts';
import { partLinesFrom } from './partLines.ts';

/** What the language of whoever begins the design has to say about a module; ids where nothing is given. */
export interface NamesOfModule {
  purpose?: string;
  /** Names of its parameters and interfaces, by their ids. */
  parameters?: Readonly<Record<string, string>>;
  interfaces?: Readonly<Record<string, string>>;
}

/**
 * A design that begins with one module: its parameters are the module's own, the one instance in it follows them by
 * formulas, and its interfaces are those at the given values.
 * Licence and language are the author's to choose.
 */
export function designOfModule(
  module: Module,
  title: string,
  values: Values,
  names: NamesOfModule = {},
): DraftContent {
  const parameters = Object.entries(module.parameters).map(([id, parameter]) => {
    const name = names.parameters?.[id] ?? inWords(id);
    return { id: entryIdOf('p', id), name, of: id, ...written(parameter, values[id] ?? parameter.usual) };
  });
  const content: DraftContent = {
    ...EMPTY_CONTENT,
    title,
    purpose: names.purpose ?? '',
    story: `${module.sources.map((source) => `- ${source}`).join('\n')}\n`,
    category: 'parts',
    parameters: parameters.map(({ of: _of, ...parameter }) => parameter),
    instances: [
      {
        id: module.id,
        name: '',
        of: { kind: 'module', module: module.id },
        parameters: Object.fromEntries(parameters.map(({ id, of }) => [of, `=${id}`])),
        at: { origin: [0, 0, 0], x: [1, 0, 0], z: [0, 0, 1] },
        mirrored: false,
        step: null,
        alternatives: [],
      },
    ],
    interfaces: module
      .interfaces({ ...usualOf(module), ...values })
      .map((one) => interfaceOf(one, names.interfaces?.[one.id] ?? inWords(one.id))),
  };
  return { ...content, parts: partLinesFrom(content, { designOf: () => null }) };
}

const usualOf = ({ parameters }: Module): Values =>
  Object.fromEntries(Object.entries(parameters).map(([id, { usual }]) => [id, usual]));

/** `firstGap` as an id of an entry: `p-first-gap`. */
const entryIdOf = (kind: string, id: string): string =>
  `${kind}-${id.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const inWords = (id: string): string =>
  id.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('-', ' ');

const COUNTED = { pieces: '', rpm: 'rpm', percent: '%', bar: 'bar', W: 'W', degrees: '°' } as const;

function written(parameter: Parameter, value: number | string): { value: string; unit: string } {
  if (parameter.kind === 'choice') return { value: String(value), unit: '' };
  return { value: String(value), unit: parameter.kind === 'length' ? 'mm' : COUNTED[parameter.unit] };
}

function interfaceOf(
  { at: _at, turns: _turns, holes: _holes, ...measures }: ModuleInterface,
  name: string,
): DesignInterface {
  return designInterface.parse({ ...measures, id: entryIdOf('i', measures.id), name });
}
