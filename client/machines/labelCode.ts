/** The code in what somebody typed or pasted: the code alone, in any case, or the label's whole address. */
export function codeFrom(typed: string): string {
  const last =
    typed
      .trim()
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) ?? '';
  // Read as Crockford's base 32 asks: O is 0, I and L are 1.
  return last.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
