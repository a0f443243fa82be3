import type { Model } from '../model.ts';
import { NotWritten } from './notWritten.ts';
import { standing, trianglesOf } from './standing.ts';
import { joinedBytes } from './stl.ts';

const MOST_TRIANGLES = 5_000_000;

/** Wavefront OBJ in millimetres, one object with its name for each occurrence; colours of corners stand behind them. */
export function obj(model: Model): Uint8Array<ArrayBuffer> {
  const triangles = trianglesOf(model);
  if (triangles > MOST_TRIANGLES) throw new NotWritten('tooLarge', { triangles, most: MOST_TRIANGLES });
  const encoder = new TextEncoder();
  const chunks = [encoder.encode('# Commonwright\n# File units = millimetres\n')];
  let before = 1;
  // The same name again would go on with the object that had it first.
  const named = new Map<string, number>();
  for (const { part, name, positions, triangles: corners } of standing(model)) {
    // A line that ends with a backslash would go on with the next one.
    const plain = name
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .replace(/\\+$/, '');
    const times = (named.get(plain) ?? 0) + 1;
    named.set(plain, times);
    const lines = [`o ${plain}${times > 1 ? ` #${times}` : ''}`];
    const colour = part.colour?.map((value) => ` ${Math.round(value * 1000) / 1000}`).join('') ?? '';
    for (let at = 0; at + 2 < positions.length; at += 3) {
      lines.push(`v ${positions[at]} ${positions[at + 1]} ${positions[at + 2]}${colour}`);
    }
    for (let at = 0; at + 2 < corners.length; at += 3) {
      lines.push(
        `f ${before + (corners[at] ?? 0)} ${before + (corners[at + 1] ?? 0)} ${before + (corners[at + 2] ?? 0)}`,
      );
    }
    before += positions.length / 3;
    lines.push('');
    chunks.push(encoder.encode(lines.join('\n')));
  }
  return joinedBytes(chunks);
}
