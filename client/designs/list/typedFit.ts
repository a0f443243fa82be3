import { type InterfaceKind, interfaceKinds } from '../../../shared/designs/interfaces.ts';
import { sizeFrom } from '../query.ts';

export interface TypedFit {
  interface: InterfaceKind;
  /** As it was typed: `1.25 in`; empty where none was. */
  size: string;
}

const SIZE = /\d[\d.,/ -]*\s*(?:mm|cm|m|in|inch|inches|pulgadas?|volts?|v)(?!\p{L})|\d[\d.,/ -]*"/iu;
const named = (text: string, name: string) =>
  ` ${text.toLowerCase().replaceAll(/[^\p{L}]+/gu, ' ')} `.includes(` ${name.toLowerCase()} `);

/**
 * The interface that somebody asks for in words: "mates with a 1.25 in shaft". Null where they name none.
 * @param names what the kinds of interface are called in the language of the page
 */
export function typedFit(
  text: string,
  names: Record<InterfaceKind, string>,
  decimalComma = false,
): TypedFit | null {
  const kind = interfaceKinds.find((each) => each !== 'other' && named(text, names[each]));
  if (kind === undefined) return null;
  const size = SIZE.exec(text)?.[0].trim() ?? '';
  return { interface: kind, size: sizeFrom(size, decimalComma) === null ? '' : size };
}
