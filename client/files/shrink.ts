import { withoutTraces } from './withoutTraces.ts';

/** Pixels of the longer side of a photograph that is sent: more than any screen of ours shows. */
const LONGER_SIDE = 2048;
const QUALITY = 0.85;
/** A smaller file in a size that fits is not drawn anew. */
const SMALL_BYTES = 600_000;

/** Width and height within the longest side, in the same proportion, at least one pixel each. */
export function fittedSize(width: number, height: number, longest = LONGER_SIDE) {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * A photograph as it may leave this device: with 2,048 pixels at most on its longer side, and without where it was taken.
 * One that is small is the same to the bit, without what is told beside its picture; else it is drawn anew as JPEG.
 * Null: neither can be done, so that it would tell where it was taken. What is no photograph goes as it is: the server
 * says what is wrong with it.
 */
export async function shrunk(photograph: Blob): Promise<Blob | null> {
  const { isPhotograph, bare } = await withoutTraces(photograph);
  const picture = await createImageBitmap(photograph, { imageOrientation: 'from-image' }).catch(() => null);
  if (picture === null) return isPhotograph ? bare : photograph;
  try {
    const { width, height } = fittedSize(picture.width, picture.height);
    if (bare !== null && width === picture.width && bare.size <= SMALL_BYTES) return bare;
    return (await drawn(picture, width, height)) ?? bare;
  } finally {
    picture.close();
  }
}

async function drawn(picture: ImageBitmap, width: number, height: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  // JPEG knows no transparency: what was see-through would turn black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}
