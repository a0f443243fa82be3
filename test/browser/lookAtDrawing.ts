import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import openSolids from 'manifold-3d';
import { lineDrawing } from '../../shared/drawings/lineDrawing.ts';
import { DRAWING_VIEWS, type DrawingView } from '../../shared/drawings/views.ts';
import type { Model } from '../../shared/models/model.ts';
import { moduleById } from '../../shared/modules/all.ts';
import type { Solids } from '../../shared/modules/module.ts';
import { usualValues } from '../../shared/modules/parameters.ts';
import { modelOfPieces } from '../../shared/modules/solids/modelOfPieces.ts';
import { launchBrowser } from './browser.ts';

/** Draws a model from some sides onto one picture, to be looked at. */
export async function lookAt(
  model: Model,
  picture: string,
  views: readonly DrawingView[] = ['iso', 'isoBack', 'front', 'right'],
): Promise<void> {
  const drawings = views.map((view) => {
    const began = performance.now();
    const drawing = lineDrawing(model, view);
    console.log(
      `${view}: ${Math.round(performance.now() - began)} ms, ${Math.round(drawing.length / 1000)} kB`,
    );
    return `<figure>${drawing}<figcaption>${view}</figcaption></figure>`;
  });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1360, height: 600 } });
  const style =
    'body{display:flex;flex-wrap:wrap;margin:0}figure{margin:10px;width:640px}svg{width:100%;height:auto}';
  await page.setContent(`<style>${style}</style>${drawings.join('')}`);
  await page.screenshot({ path: picture, fullPage: true });
  await browser.close();
}

/** `<what> <picture.png> [views]`: a module's id, or a file of the program's whose `model(solids)` gives a model. */
async function main([what = '', picture = '/tmp/look.png', views = 'iso,isoBack,front,right']: string[]) {
  const solids = await openSolids();
  solids.setup();
  const model = await modelFrom(what, solids);
  const asked = views.split(',');
  await lookAt(
    model,
    picture,
    DRAWING_VIEWS.filter((view) => asked.includes(view)),
  );
}

async function modelFrom(what: string, solids: Solids): Promise<Model> {
  const module = moduleById(what);
  if (module) return modelOfPieces(module, module.pieces(usualValues(module.parameters)), solids);
  readFileSync(what);
  const { model } = (await import(pathToFileURL(resolve(what)).href)) as {
    model(solids: Solids): Model | Promise<Model>;
  };
  return model(solids);
}

if (import.meta.main) await main(process.argv.slice(2));
