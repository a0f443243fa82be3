import type { Module } from '../../shared/modules/module.ts';
import type { CountUnit, Parameter } from '../../shared/modules/parameters.ts';
import { t } from '../catalogue/designTexts.ts';
import type { ModuleWords } from '../catalogue/english/moduleWords.ts';
import { locale } from '../catalogue/text.ts';
import { lengthTold } from '../measures/lengthUnits.ts';

const NO_WORDS: ModuleWords = { name: '', purpose: '', parameters: {}, options: {}, interfaces: {} };

/** What the language of the page has to say about a module. */
export const wordsOf = (module: string): ModuleWords =>
  Object.hasOwn(t.modules.of, module) ? (t.modules.of[module] ?? NO_WORDS) : NO_WORDS;

/** The name of a module in the language of the page; of one that is not known its id. */
export const moduleName = (module: string): string => wordsOf(module).name || module;

/** The name of a parameter of a module. */
export const parameterName = (module: string, parameter: string): string =>
  wordsOf(module).parameters[parameter] ?? parameter;

/** The name of an interface of a module. */
export const interfaceName = (module: string, id: string): string => wordsOf(module).interfaces[id] ?? id;

/** An option of a choice in words. */
export const optionName = (module: string, parameter: string, option: string): string =>
  wordsOf(module).options[parameter]?.[option] ?? option;

/** A value of a parameter in words: `60 in`, `3600 turns a minute`, `All four`. */
export function valueTold(
  { id }: Pick<Module, 'id'>,
  name: string,
  parameter: Parameter,
  value: number | string,
): string {
  if (parameter.kind === 'choice') return optionName(id, name, String(value));
  if (typeof value === 'string') return value;
  if (parameter.kind === 'length') return lengthTold(value);
  return countTold(value, parameter.unit);
}

/** What is counted, with its unit: `3600 turns a minute`, `12`. */
export const countTold = (value: number, unit: CountUnit): string =>
  t.modules.counts[unit](new Intl.NumberFormat(locale).format(value));
