interface Watched {
  stage: HTMLElement;
  shown(milliseconds: number): void;
  failed(error: Error): void;
}

let watched: Watched | null = null;

/** Less than this share of a canvas is no model that fills it. */
const LEAST_SHARE = 0.02;

const drawing = WebGL2RenderingContext.prototype;
const { drawElements, drawElementsInstanced, drawArrays } = drawing;
drawing.drawElements = function (...values) {
  drawElements.apply(this, values);
  drawn(this);
};
drawing.drawElementsInstanced = function (...values) {
  drawElementsInstanced.apply(this, values);
  drawn(this);
};
drawing.drawArrays = function (...values) {
  drawArrays.apply(this, values);
  drawn(this);
};

/** Whatever is drawn on the stage is the model: neither viewer draws anything there without one. */
function drawn(gl: WebGL2RenderingContext): void {
  if (!watched || !(gl.canvas instanceof HTMLCanvasElement) || !watched.stage.contains(gl.canvas)) return;
  const { shown, failed } = watched;
  watched = null;
  // When the script that draws has come to its end, all of the frame is asked for, and the canvas still holds it.
  queueMicrotask(() => {
    const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
    const pixels = new Uint8Array(width * height * 4);
    // Waits until the graphics have done what they were asked for.
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    const at = performance.now();
    if (shareDrawn(pixels) > LEAST_SHARE) shown(at);
    else failed(new Error('What was drawn first does not show the model.'));
  });
}

/** Of all pixels, those that are not of the corner's colour. */
function shareDrawn(bytes: Uint8Array<ArrayBuffer>): number {
  const pixels = new Uint32Array(bytes.buffer);
  return pixels.filter((pixel) => pixel !== pixels[0]).length / pixels.length;
}

/** Milliseconds from the beginning of some work to when the graphics have painted the first frame of it on a stage. */
export function untilFirstFrame(stage: HTMLElement, work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    watched = { stage, shown: (at) => resolve(at - began), failed: reject };
    work().catch(reject);
  });
}
