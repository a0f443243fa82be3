/** The text of a file: UTF-8 (with its mark or without), or what spreadsheets on Windows write instead. */
export async function textOf(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  const start = new Uint8Array(bytes.slice(0, 2));
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
