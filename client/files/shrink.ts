/** Pixels of the longer side of a photograph that is sent: more than any screen of ours shows. */
const LONGER_SIDE = 2048;
const QUALITY = 0.85;
/** A smaller file in a size that fits goes as it is. */
const SMALL_BYTES = 600_000;

/** Width and height within the longest side, in the same proportion, at least one pixel each. */
export function fittedSize(width: number, height: number, longest = LONGER_SIDE) {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * A photograph as JPEG with 2,048 pixels at most on its longer side, upright and without where it was taken. What the
 * browser cannot show goes as it is: the server says what is wrong with it.
 */
export async function shrunk(photograph: Blob): Promise<Blob> {
  const picture = await createImageBitmap(photograph, { imageOrientation: 'from-image' }).catch(() => null);
  if (picture === null) return photograph;
  try {
    const { width, height } = fittedSize(picture.width, picture.height);
    if (width === picture.width && photograph.size <= SMALL_BYTES) return photograph;
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    if (context === null) return photograph;
    // JPEG knows no transparency: what was see-through would turn black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, width, height);
    const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    return small ?? photograph;
  } finally {
    picture.close();
  }
}
