import { useEffect, useRef, useState } from 'preact/hooks';
import type { DesignContent } from '../../../shared/designs/content.ts';
import type { Model } from '../../../shared/models/model.ts';
import { t } from '../../catalogue/designTexts.ts';
import { Prose } from '../../markdown/prose.tsx';
import { Button } from '../../ui/button.tsx';
import { PageSection } from '../../ui/page.tsx';
import { showAll } from '../../viewer/acts.ts';
import type { Viewer } from '../../viewer/viewer.ts';
import type { ViewState } from '../../viewer/viewState.ts';
import { namesOfNodes, nodesOfSteps } from './modelSelection.ts';

/** How far aside what a step fits stands at first, against the whole way; how long, and how quickly it goes in. */
const ASIDE = 0.4;
const WAIT = 800;
const WAY = 190;
/** How long a step is seen while they play, milliseconds. */
const EACH = 3500;

interface ModelStepsProps {
  content: DesignContent;
  model: Model;
  state: ViewState;
  viewer: Viewer | null;
  /** Told when steps begin to be shown, and when all of it is shown again. */
  onPlaying: (isPlaying: boolean) => void;
}

/** The instructions as they grow in the model: each step with what it fits, and its words beside it. */
export function ModelSteps({ content, model, state, viewer, onPlaying }: ModelStepsProps) {
  const words = t.designModel.steps;
  const { steps, files } = content;
  const [at, setAt] = useState<number | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  const stop = () => {
    setAt(null);
    onPlaying(false);
    setPlaying(false);
    showAll(state);
    state.selected.value = [];
    state.explosion.value = { amount: 0, by: 'level' };
  };
  const begin = () => {
    viewer?.fit();
    onPlaying(true);
    setAt(0);
    setPlaying(true);
  };
  useShownStep(
    steps.map(({ id }) => id),
    at,
    model,
    state,
  );
  useEffect(() => {
    if (!isPlaying || at === null) return;
    if (at + 1 >= steps.length) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => setAt(at + 1), EACH);
    return () => clearTimeout(timer);
  }, [isPlaying, at]);
  const go = (to: number) => {
    setPlaying(false);
    setAt(Math.min(steps.length - 1, Math.max(0, to)));
  };
  const step = at === null ? undefined : steps[at];
  if (at === null || !step)
    return (
      <PageSection title={words.title}>
        <div class="buttons">
          <Button onPress={begin}>{words.start}</Button>
        </div>
      </PageSection>
    );
  const fitted = namesOfNodes(model, nodesOfSteps(model, [step.id]));
  const named = fitted.map(({ name, count }) =>
    count > 1 ? `${t.quantities.pieces(String(count))} ${name}` : name,
  );
  return (
    <PageSection title={words.title} action={<Button onPress={stop}>{words.all}</Button>}>
      <div class="buttons">
        <Button onPress={() => go(at - 1)} busy={at === 0}>
          {words.before}
        </Button>
        <Button onPress={() => setPlaying(!isPlaying)} busy={at + 1 >= steps.length}>
          {isPlaying ? words.pause : words.play}
        </Button>
        <Button onPress={() => go(at + 1)} busy={at + 1 >= steps.length}>
          {words.next}
        </Button>
      </div>
      <div role="status">
        <p class="soft">{words.number(at + 1, steps.length)}</p>
        <h3>{step.title}</h3>
        <p>{named.length > 0 ? words.fits(t.words.and(named)) : words.fitsNothing}</p>
      </div>
      {step.text && <Prose key={step.id} text={step.text} files={files} highest={4} />}
    </PageSection>
  );
}

/** Shows the model as it stands in a step: what comes later is hidden, and what it fits goes to its place. */
function useShownStep(steps: readonly string[], at: number | null, model: Model, state: ViewState): void {
  const frame = useRef(0);
  useEffect(() => {
    const step = at === null ? undefined : steps[at];
    if (at === null || step === undefined) return;
    state.isolated.value = null;
    const later = nodesOfSteps(model, steps.slice(at + 1));
    const standing = model.nodes.some(
      ({ step: own, parent }) => parent === 0 && !steps.slice(at + 1).includes(own ?? ''),
    );
    // Before the first thing stands, one sees what it shall become.
    state.hidden.value = standing ? later : [];
    state.ghosted.value = standing ? [] : later;
    state.selected.value = nodesOfSteps(model, [step]);
    const there = new Set(model.nodes.map((node) => node.step));
    const order = steps.filter((each) => there.has(each));
    const place = order.indexOf(step);
    // Steps leave one after the other, the last first: all behind this one are away already.
    const away = (share: number) => {
      const amount = place < 0 ? 0 : (order.length - 1 - place + share) / order.length;
      state.explosion.value = { by: 'step', amount };
    };
    if (!standing) {
      state.explosion.value = { by: 'step', amount: 0 };
      return;
    }
    if (place < 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      away(0);
      return;
    }
    away(ASIDE);
    const timer = setTimeout(() => {
      const began = performance.now();
      const move = () => {
        const share = Math.min(1, (performance.now() - began) / WAY);
        away(ASIDE * (1 - share));
        if (share < 1) frame.current = requestAnimationFrame(move);
      };
      move();
    }, WAIT);
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame.current);
    };
  }, [at, model]);
}
