import { parentPort } from 'node:worker_threads';
import openSolids from 'manifold-3d';
import { drawn } from './draw.ts';
import type { DrawingOrder, Drawn } from './order.ts';

const solids = await openSolids();
solids.setup();

parentPort?.on('message', async (order: DrawingOrder) => {
  parentPort?.postMessage(await answerTo(order));
});

/** A model that breaks whoever draws it has no drawing; the next one may have. */
async function answerTo(order: DrawingOrder): Promise<Drawn> {
  try {
    return { drawing: await drawn(order, solids) };
  } catch (error) {
    console.error(`“${order.title}” could not be drawn:`, error);
    return { drawing: null };
  }
}
