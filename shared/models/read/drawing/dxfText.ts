const utf8 = new TextDecoder('utf-8', { fatal: true });
const CODE_PAGE = /\$DWGCODEPAGE\s+3\s+(?:ANSI_|DOS)?(\d{3,5})/i;
/** Code pages of Windows that a browser knows by another name. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  '874': 'windows-874',
  '932': 'shift_jis',
  '936': 'gbk',
  '949': 'euc-kr',
  '950': 'big5',
};

/**
 * The text of a DXF. Since 2007 it is UTF-8; before, it is in the code page that it names, with other letters spelt as
 * `\\U+00E9`.
 */
export function textIn(bytes: Uint8Array): string {
  return asText(bytes)
    .replace(/^\uFEFF/, '')
    .replaceAll(/\\U\+([0-9A-Fa-f]{4})/g, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
}

function asText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, 20_000));
    const [, page = '1252'] = CODE_PAGE.exec(head) ?? [];
    return decoderOf(OTHER_NAMES[page] ?? `windows-${page}`).decode(bytes);
  }
}

function decoderOf(name: string): TextDecoder {
  try {
    return new TextDecoder(name);
  } catch {
    return new TextDecoder('windows-1252');
  }
}
