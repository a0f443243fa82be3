import type { NoPicture } from '../../scanning/camera.ts';

const why: Record<NoPicture, string> = {
  insecure: 'Browsers lend the camera only to pages with https. Type the code, or choose a picture of it.',
  refused: 'The browser may not use the camera. Allow it in its settings, or type the code.',
  none: 'There is no camera here. Type the code, or choose a picture of it.',
  taken: 'The camera is in use elsewhere. Close what uses it, then try again.',
  reader: 'The reader of codes could not be fetched. Type the code instead.',
};

/** Texts of the camera that reads codes. They come with it. */
export const scanning = {
  picture: 'What the camera sees',
  hold: 'Hold the label before the camera.',
  read: (code: string) => `Read: ${code}`,
  light: 'Light',
  noLight: 'The light did not obey.',
  why,
  again: 'Try again',
  fromPicture: 'Read a picture of a code',
  nothingThere: 'No code was found in that picture. Take it from nearer, and straight.',
  unreadable: 'That picture could not be read.',
};
