const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML cannot hold at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
const UNSAYABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text as it may stand in HTML and XML, between tags and in an attribute between quotes. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(UNSAYABLE, '')
    .replaceAll(/[&<>"']/g, (one) => ENTITIES[one] ?? '');
