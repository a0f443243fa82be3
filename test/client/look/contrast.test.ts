import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../client/look/tokens.css', import.meta.url), 'utf8');

const coloursIn = (block: string) =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
const blockAfter = (start: string) => {
  const from = css.indexOf(start);
  expect(from, start).toBeGreaterThanOrEqual(0);
  return css.slice(from, css.indexOf('}', from));
};

const light = coloursIn(blockAfter(':root {'));
const darkBySystem = coloursIn(blockAfter(':root:not([data-theme="light"])'));
const dark = coloursIn(blockAfter(':root[data-theme="dark"]'));

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one = '#000000', other = '#000000'): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (lighter + 0.05) / (darker + 0.05);
}

const texts = ['ink', 'ink-soft', 'steel', 'moss', 'amber', 'orange'];
const pairs = [
  ...texts.flatMap((text) => [
    [text, 'paper'],
    [text, 'sheet'],
  ]),
  ...['steel', 'moss', 'amber', 'orange'].map((colour) => [colour, `${colour}-tint`]),
  ['ink-soft', 'steel-tint'],
  ['steel-strong', 'steel-tint'],
  ['on-steel', 'steel'],
  ['on-steel', 'steel-strong'],
  ['on-plate', 'plate'],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s palette', (_name, colours) => {
  it.each(pairs)('%s is legible on %s', (text, ground) => {
    expect(contrast(colours[text ?? ''], colours[ground ?? ''])).toBeGreaterThanOrEqual(4.5);
  });

  it('draws the edges of fields so that they are seen', () => {
    expect(contrast(colours['rule-strong'], colours.paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(colours['rule-strong'], colours.sheet)).toBeGreaterThanOrEqual(3);
  });
});

it('dark is the same palette, chosen or by the system', () => {
  expect(darkBySystem).toEqual(dark);
  expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort());
});
