import { readyBlob } from './keptFiles.ts';
import { changeUnsent, unsent } from './unsent.ts';

let running: Promise<void> | null = null;

/**
 * Makes the photographs that wait as small as they will be sent, one after the other, so that there is room for more.
 * Never throws: what fails is done when it is sent.
 */
export function prepareUnsent(): Promise<void> {
  running ??= prepareAll()
    .catch(() => undefined)
    .finally(() => {
      running = null;
    });
  return running;
}

async function prepareAll(): Promise<void> {
  const done = new Set<number>();
  for (;;) {
    const row = unsent.value.find(({ place, files }) => files.length > 0 && !done.has(place));
    if (!row) return;
    done.add(row.place);
    const files = [];
    for (const file of row.files) {
      // One that must not leave this device is told of when it is to be sent.
      const ready = await readyBlob(file.key).catch(() => null);
      files.push({ ...file, bytes: ready?.size ?? file.bytes });
    }
    if (files.some(({ bytes }, index) => bytes !== row.files[index]?.bytes))
      await changeUnsent(row.place, { files });
  }
}
