/** From light (linear, as glTF and the reader of solids say it) to what a screen is told (sRGB): IEC 61966-2-1. */
export function shown(light: number): number {
  if (light >= 1) return 1;
  const within = Math.max(0, light);
  return within <= 0.0031308 ? within * 12.92 : 1.055 * within ** (1 / 2.4) - 0.055;
}

/** A colour as programs write it: `#RRGGBB`, with or without how far it covers. Null: none. */
export function colourFrom(text: string): readonly [number, number, number] | null {
  const [, red, green, blue] =
    /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?:[0-9a-f]{2})?$/i.exec(text.trim()) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  return [Number.parseInt(red, 16) / 255, Number.parseInt(green, 16) / 255, Number.parseInt(blue, 16) / 255];
}
