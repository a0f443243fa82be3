import '../../../../client/look/tokens.css';
import '../../../../client/look/base.css';
import { h, render } from 'preact';
import { speakOfBuilds } from '../../../../client/catalogue/buildTexts.ts';
import { speakOfDesigns } from '../../../../client/catalogue/designTexts.ts';
import { en } from '../../../../client/catalogue/en.ts';
import { speak } from '../../../../client/catalogue/text.ts';
import type { Viewer } from '../../../../client/viewer/viewer.ts';
import { chanceFrom } from '../../../bench/chance.ts';
import { longBuild, WHOLE, wideModel } from '../longBuild.ts';

const LINES = 500;

/** Shows a build of so many moments as its page does. */
async function show(moments: number, seed: number): Promise<void> {
  speak(en, 'en-GB');
  await Promise.all([speakOfBuilds('en'), speakOfDesigns('en')]);
  const { HistoryPlayer } = await import('../../../../client/history/historyPlayer.tsx');
  const view = longBuild(moments, LINES, chanceFrom(seed));
  const { model, parts } = wideModel(LINES);
  const room = document.createElement('div');
  document.body.append(room);
  const viewer = await new Promise<Viewer>((resolve) => {
    render(
      h(HistoryPlayer, {
        ...{ view, thing: WHOLE, name: 'Machine', parts, steps: [], model, stood: false },
        ...{ timeZone: 'Europe/Berlin', machineName: () => null },
        onShown: (_, opened) => opened && resolve(opened),
      }),
      room,
    );
  });
  while (viewer.model.value === null) await frames(1);
  await frames(5);
  const slider = room.querySelector('input');
  if (!slider) throw new Error('There is no slider.');
  Object.assign(window, {
    /** As a hand moves it; over when it is drawn. */
    scrub: (to: number) => {
      const { frames: before } = viewer.counted;
      slider.valueAsNumber = to;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      return untilDrawn(viewer, before);
    },
    /** The same picture once more. */
    again: () => {
      const { frames: before } = viewer.counted;
      viewer.redraw();
      return untilDrawn(viewer, before);
    },
    sentence: () => slider.getAttribute('aria-valuetext'),
  });
}

async function untilDrawn(viewer: Viewer, before: number): Promise<void> {
  do await frames(1);
  while (viewer.counted.frames === before);
}

async function frames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame += 1) {
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  }
}

Object.assign(window, { show });
document.documentElement.dataset.ready = 'yes';
