import {
  Color,
  Group,
  LinearSRGBColorSpace,
  OrthographicCamera,
  PerspectiveCamera,
  Scene,
  SRGBColorSpace,
  Vector2,
  Vector3,
  Vector4,
  WebGLRenderer,
  WebGLRenderTarget,
} from 'three';
import type { Vector } from '../../shared/modules/vectors.ts';
import type { Colour } from './colours.ts';
import { axesOf, type Eye, FIELD, pixelAt, placeOf } from './eye.ts';
import type { Palette } from './palette.ts';
import { PartBatch, type Uniforms } from './partBatch.ts';
import type { Plane } from './sight.ts';
import { unseenPart } from './unseenPart.ts';
import { HIDDEN } from './visibility.ts';

/** Sharper screens are drawn for as if they were this sharp: the lines are as clear, the work is half. */
const MOST_PIXELS = 2;
/** How wide ink lines are, in pixels of the page. */
const LINE = 1.15;

/** What graphics reckon of a point is right to so much, as a share of the whole. */
const IN_PLANE = 1e-5;

/** The sphere that all of the model lies in. */
export interface Around {
  middle: Vector;
  radius: number;
}

/** A canvas with WebGL, its cameras, and the numbers that all shaders share. */
export class Drawing {
  readonly scene = new Scene();
  /** For what others draw over the model: it is lit by nobody and cut by nothing. */
  readonly overlay = new Group();
  readonly uniforms: Uniforms = {
    forward: { value: new Vector3() },
    viewport: { value: new Vector2() },
    perspective: { value: 1 },
    lineWidth: { value: LINE },
    lineScale: { value: 1 },
    pixelSize: { value: 1 },
    shadeRange: { value: 0.3 },
    ink: { value: new Vector3() },
    accent: { value: new Vector3() },
    paper: { value: new Vector3() },
    section: { value: new Vector4() },
    /** How near to the plane a face lies in it, millimetres; and 1 where the eye stands beyond it, else -1. */
    sectionSkin: { value: new Vector2() },
  };
  readonly renderer: WebGLRenderer;
  readonly #canvas: HTMLCanvasElement;
  readonly #perspective = new PerspectiveCamera((FIELD * 180) / Math.PI, 1, 1, 10);
  readonly #flat = new OrthographicCamera();
  /** Has the graphics read the shader before there is a model, and keeps what they made of it. */
  readonly #unseen: PartBatch;
  #paper: Colour = [1, 1, 1];

  /** @throws where the browser has no WebGL 2. */
  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.renderer = new WebGLRenderer({ canvas, antialias: true, stencil: true });
    this.renderer.sortObjects = false;
    // Asking whether a shader was understood waits for the graphics to have read it.
    this.renderer.debug.checkShaderErrors = false;
    this.scene.add(this.overlay);
    for (const camera of [this.#perspective, this.#flat]) camera.matrixAutoUpdate = false;
    this.#unseen = new PartBatch(
      unseenPart(),
      [[1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]],
      this.uniforms,
      0,
    );
    this.#unseen.mark(0, HIDDEN);
    this.scene.add(this.#unseen.mesh);
  }

  /** Shows something in place of what it showed. */
  put(next: Group, before: Group | null): void {
    this.scene.remove(this.#unseen.mesh);
    this.scene.add(next);
    if (before) this.scene.remove(before);
  }

  camera(orthographic: boolean): PerspectiveCamera | OrthographicCamera {
    return orthographic ? this.#flat : this.#perspective;
  }

  paint({ paper, ink, accent, shade }: Palette): void {
    const set = (name: string, [x, y, z]: readonly [number, number, number]) => {
      const value: unknown = this.uniforms[name]?.value;
      if (value instanceof Vector3) value.set(x, y, z);
    };
    set('paper', paper);
    set('ink', ink);
    set('accent', accent);
    const range = this.uniforms.shadeRange;
    if (range) range.value = shade === 'light' ? 0.34 : 0.5;
    this.#paper = paper;
  }

  cut(plane: Plane | null): void {
    const value: unknown = this.uniforms.section?.value;
    if (value instanceof Vector4) value.set(...(plane?.normal ?? [0, 0, 0]), plane?.at ?? 0);
  }

  /** Draws into the canvas, which follows its own size on the page. @param share of its pixels; 1: all. */
  draw(eye: Eye, orthographic: boolean, around: Around, share: number): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    if (width === 0 || height === 0) return;
    const scale = Math.min(MOST_PIXELS, devicePixelRatio || 1) * share;
    const now = this.renderer.getSize(new Vector2());
    if (this.renderer.getPixelRatio() !== scale) this.renderer.setPixelRatio(scale);
    if (now.x !== width || now.y !== height) this.renderer.setSize(width, height, false);
    const camera = this.aim(eye, orthographic, around, width, height, scale);
    this.renderer.setClearColor(new Color().setRGB(...this.#paper, SRGBColorSpace), 1);
    this.renderer.render(this.scene, camera);
    this.scene.remove(this.#unseen.mesh);
  }

  /** Points a camera, and tells the shaders; for a picture of so many pixels of the page. */
  aim(
    eye: Eye,
    orthographic: boolean,
    { middle, radius }: Around,
    width: number,
    height: number,
    scale: number,
  ) {
    const camera = this.camera(orthographic);
    const { right, up, back } = axesOf(eye);
    const place = placeOf(eye);
    const depth = [0, 1, 2].reduce(
      (sum, n) => sum + ((place[n] ?? 0) - (middle[n] ?? 0)) * (back[n] ?? 0),
      0,
    );
    // An orthographic eye may stand within the model: nothing is behind it.
    camera.near = orthographic
      ? depth - radius * 1.01
      : Math.max(depth - radius * 1.01, eye.distance / 200, radius / 2000);
    camera.far = Math.max(depth + radius * 1.01, camera.near + radius / 100);
    if (camera instanceof PerspectiveCamera) camera.aspect = width / height;
    else {
      const half = eye.distance * Math.tan(FIELD / 2);
      camera.top = half;
      camera.bottom = -half;
      camera.right = (half * width) / height;
      camera.left = -camera.right;
    }
    camera.updateProjectionMatrix();
    camera.matrix.set(
      right[0],
      up[0],
      back[0],
      place[0],
      right[1],
      up[1],
      back[1],
      place[1],
      right[2],
      up[2],
      back[2],
      place[2],
      0,
      0,
      0,
      1,
    );
    camera.matrixWorld.copy(camera.matrix);
    camera.matrixWorldInverse.copy(camera.matrixWorld).invert();
    camera.updateMatrixWorld(true);
    const set = (name: string, value: number) => {
      const uniform = this.uniforms[name];
      if (uniform) uniform.value = value;
    };
    const viewport: unknown = this.uniforms.viewport?.value;
    if (viewport instanceof Vector2) viewport.set(width * scale, height * scale);
    const forward: unknown = this.uniforms.forward?.value;
    if (forward instanceof Vector3) forward.set(-back[0], -back[1], -back[2]);
    const section: unknown = this.uniforms.section?.value;
    const skin: unknown = this.uniforms.sectionSkin?.value;
    if (section instanceof Vector4 && skin instanceof Vector2) {
      const along = (to: readonly number[]) =>
        section.x * (to[0] ?? 0) + section.y * (to[1] ?? 0) + section.z * (to[2] ?? 0);
      const isBeyond = orthographic ? along(back) > 0 : along(place) > section.w;
      const isCut = along([section.x, section.y, section.z]) > 0;
      skin.set(isCut ? radius * IN_PLANE : 0, isBeyond ? 1 : -1);
    }
    set('perspective', orthographic ? 0 : 1);
    set('lineScale', scale);
    set('lineWidth', LINE * scale);
    // In perspective a pixel spans so much for each millimetre of depth.
    set('pixelSize', orthographic ? pixelAt(eye, height) : (2 * Math.tan(FIELD / 2)) / height);
    return camera;
  }

  /** A picture of its own size, as PNG. */
  async picture(
    eye: Eye,
    orthographic: boolean,
    around: Around,
    width: number,
    height: number,
  ): Promise<Blob> {
    const target = new WebGLRenderTarget(width, height, { samples: 4, stencilBuffer: true });
    const pixels = new Uint8ClampedArray(width * height * 4);
    try {
      const camera = this.aim(eye, orthographic, around, width, height, 1);
      this.renderer.setRenderTarget(target);
      // Colours of a target are taken as they are, those of the screen are turned into light first.
      this.renderer.setClearColor(new Color().setRGB(...this.#paper, LinearSRGBColorSpace), 1);
      this.renderer.render(this.scene, camera);
      this.renderer.readRenderTargetPixels(target, 0, 0, width, height, pixels);
    } finally {
      this.renderer.setRenderTarget(null);
      target.dispose();
    }
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const upright = new Uint8ClampedArray(pixels.length);
    for (let row = 0; row < height; row += 1) {
      upright.set(pixels.subarray(row * width * 4, (row + 1) * width * 4), (height - 1 - row) * width * 4);
    }
    canvas.getContext('2d')?.putImageData(new ImageData(upright, width, height), 0, 0);
    return new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be written'))),
        'image/png',
      );
    });
  }

  dispose(): void {
    this.#unseen.dispose(true);
    this.renderer.dispose();
  }
}
