/** How long the browser may take to begin with a download before its bytes are let go. */
const MILLISECONDS = 60_000;
const LONGEST = 100;

/** A name that every system takes: without slashes, colons and the like, and not too long. */
export function fileName(title: string, ending: string): string {
  const plain = title
    .replaceAll(/[^\p{L}\p{N}\-_. ]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^[. ]+/, '')
    .slice(0, LONGEST)
    .trim();
  return `${plain || 'model'}.${ending}`;
}

/** Hands bytes to the person as a file of that name. */
export function save(bytes: Uint8Array<ArrayBuffer> | string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), MILLISECONDS);
}
