import type { BringRemark } from '../../../shared/designs/bringingViews.ts';

const kinds: Record<BringRemark['kind'], string> = {
  recognised: 'Recognised',
  repaired: 'Repaired',
  kept: 'Kept as it was',
  lost: 'Left out',
};

/** Bringing what one has already. */
export const bringing = {
  line: 'A folder of CAD files, a zip, a Git address or an Open Know-How manifest becomes a draft. Nothing is published yet.',
  again: 'This becomes the next revision of the design.',
  how: 'What you have',
  ways: { folder: 'A folder', files: 'A zip or files', git: 'A Git address' },
  folder: 'Choose a folder',
  folderHint: 'README, LICENSE, parts list, pictures and models are recognised by themselves.',
  files: 'Choose files',
  filesHint: 'One zip archive, or manifests such as okh.toml and okh.yml with what they name.',
  drop: 'Drop a folder, a zip or files here',
  git: 'Address of the repository',
  gitHint: 'https:// only, and public.',
  bring: 'Bring it',
  chosen: (files: number, size: string) => (files === 1 ? `1 file, ${size}` : `${files} files, ${size}`),
  tooMany: (most: number) => `That is more than ${most} files. Put them into a zip, or leave some out.`,
  leftOut: (count: number) => `${count} files that nobody needs (such as .git) are left out.`,
  sendingFiles: (files: number) => (files === 1 ? 'Sending 1 file' : `Sending ${files} files`),
  reading: 'Looking at what is there…',
  stop: 'Stop',
  stopped: 'Stopped. What was sent need not be sent again.',
  found: (count: number) =>
    count === 0 ? 'No design was found in it.' : count === 1 ? '1 design found' : `${count} designs found`,
  draftIs: 'A new draft',
  nextRevision: 'Next revision of your design',
  counts: { parts: 'Parts', steps: 'Steps', pictures: 'Pictures', files: 'Files' },
  kinds,
  nothingSaid: 'Nothing else to say about it.',
  whole: 'About the whole',
  open: 'Open the draft',
  openNamed: (title: string) => `Open the draft ${title}`,
  another: 'Bring something else',
};
