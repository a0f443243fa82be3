import { axesOf, type Eye } from './eye.ts';
import type { Viewer } from './viewer.ts';
import { type Section, STANDARD_VIEWS, type ViewState } from './viewState.ts';

type Lists = Pick<ViewState, 'selected' | 'hidden' | 'ghosted' | 'isolated'>;

/** Hides what is selected. */
export function hideSelected({ selected, hidden }: Lists): void {
  hidden.value = [...new Set([...hidden.peek(), ...selected.peek()])];
  selected.value = [];
}

/** Makes ghosts of what is selected, and things of ghosts. */
export function ghostSelected({ selected, ghosted }: Lists): void {
  const chosen = selected.peek();
  const before = ghosted.peek();
  const all = chosen.every((id) => before.includes(id));
  ghosted.value = all ? before.filter((id) => !chosen.includes(id)) : [...new Set([...before, ...chosen])];
}

/** Shows nothing but what is selected; again: everything. */
export function isolateSelected({ selected, isolated }: Lists): void {
  isolated.value = isolated.peek() === null && selected.peek().length > 0 ? selected.peek() : null;
}

export function showAll({ hidden, ghosted, isolated }: Lists): void {
  hidden.value = [];
  ghosted.value = [];
  isolated.value = null;
}

export function flipHidden({ hidden }: Lists, id: string): void {
  const before = hidden.peek();
  hidden.value = before.includes(id) ? before.filter((each) => each !== id) : [...before, id];
}

/** A section across an axis that shows its cut to whoever looks. */
export function sectionAcross(axis: Section['axis'], eye: Eye, at = 0.5): Section {
  const towards = axesOf(eye).back[{ x: 0, y: 1, z: 2 }[axis]] ?? 0;
  return { axis, at, flipped: towards < -1e-6 };
}

export function flipSection({ section, eye }: Pick<Viewer, 'section' | 'eye'>): void {
  section.value = section.peek() ? null : sectionAcross('y', eye.peek());
}

export function flipMeasuring({ measuring, measured }: Pick<ViewState, 'measuring' | 'measured'>): void {
  measuring.value = !measuring.peek();
  measured.value = [];
}

/** Takes the model apart or puts it together again, and shows all of it. */
export function flipExplosion(viewer: Pick<Viewer, 'explosion' | 'fit'>): void {
  const before = viewer.explosion.peek();
  viewer.explosion.value = { ...before, amount: before.amount > 0 ? 0 : 1 };
  viewer.fit();
}

const STEP = Math.PI / 24;
const PIXELS = 40;

/** What a key does on the picture. @returns whether it does anything. */
export function actByKey(key: string, shift: boolean, viewer: Viewer, help: () => void): boolean {
  const ways: Record<string, readonly [number, number]> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, 1],
    ArrowDown: [0, -1],
  };
  const way = ways[key];
  if (way) {
    if (shift) viewer.pan(-way[0] * PIXELS, way[1] * PIXELS);
    else viewer.orbit(way[0] * STEP, way[1] * STEP);
    return true;
  }
  const view = STANDARD_VIEWS[Number(key) - 1];
  if (/^[1-7]$/.test(key) && view) {
    viewer.view(view);
    return true;
  }
  const acts: Record<string, () => void> = {
    '+': () => viewer.zoom(0.85),
    '=': () => viewer.zoom(0.85),
    '-': () => viewer.zoom(1 / 0.85),
    f: () => viewer.fit(viewer.selected.peek().length > 0 ? 'selected' : 'all'),
    h: () => hideSelected(viewer),
    i: () => isolateSelected(viewer),
    g: () => ghostSelected(viewer),
    a: () => showAll(viewer),
    e: () => flipExplosion(viewer),
    s: () => flipSection(viewer),
    m: () => flipMeasuring(viewer),
    d: () => {
      viewer.dimensions.value = !viewer.dimensions.peek();
    },
    p: () => {
      viewer.orthographic.value = !viewer.orthographic.peek();
    },
    '?': help,
    Escape: () => {
      viewer.selected.value = [];
      viewer.measured.value = [];
    },
  };
  const act = acts[key.length === 1 ? key.toLowerCase() : key];
  act?.();
  return act !== undefined;
}
