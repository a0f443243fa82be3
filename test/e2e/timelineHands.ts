import type { Locator, Page } from 'playwright-core';

/** A machine's row of a timeline, or a day's. */
export const rowOf = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });

/** A stretch of a row by its words: `Free 14:00 to 16:30`, `Yours, 14:00 to 15:00`. */
export const stretch = (row: Locator, words: string | RegExp): Locator =>
  row.getByRole('gridcell', typeof words === 'string' ? { name: words, exact: true } : { name: words });

export interface Point {
  x: number;
  y: number;
}

/** Where a fraction of a stretch lies in the window, once the timeline was scrolled to show it and stands still. */
export const pointIn = (cell: Locator, fraction: number): Promise<Point> =>
  cell.evaluate(async (element, share: number): Promise<Point> => {
    const scroller = element.closest('.timeline-scroller');
    const plates = element.closest('[role=row]').querySelector('[role=rowheader]').offsetWidth;
    const view = element.ownerDocument.defaultView;
    const margin = 120;
    const look = (): Point => {
      const wished = element.offsetLeft + element.offsetWidth * share;
      const inSight = scroller.clientWidth - plates;
      if (wished < scroller.scrollLeft + margin || wished > scroller.scrollLeft + inSight - margin)
        scroller.scrollLeft = wished - inSight / 2;
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width * share, y: top + height / 2 };
    };
    let point = look();
    for (let still = 0; still < 4; ) {
      await new Promise((drawn) => view.requestAnimationFrame(drawn));
      const next = look();
      still = next.x === point.x && next.y === point.y ? still + 1 : 0;
      point = next;
    }
    return point;
  }, fraction);

/** Presses at one fraction of a stretch and drags to another; the button is still down. */
export async function dragWithin(page: Page, cell: Locator, from: number, to: number): Promise<void> {
  const start = await pointIn(cell, from);
  const box = await cell.boundingBox();
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + ((to - from) * (box?.width ?? 0)) / 2, start.y, { steps: 3 });
  await page.mouse.move(start.x + (to - from) * (box?.width ?? 0), start.y, { steps: 3 });
}
