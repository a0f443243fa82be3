import './history.css';
import { effect, type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../catalogue/buildTexts.ts';
import { Button } from '../ui/button.tsx';
import { ModelView } from '../viewer/modelView.tsx';
import type { Viewer } from '../viewer/viewer.ts';
import { viewState } from '../viewer/viewState.ts';
import { ChosenPart } from './chosenPart.tsx';
import { HistoryChoices } from './historyChoices.tsx';
import { HistoryList } from './historyList.tsx';
import type { HistoryColouring } from './looks.ts';
import { MomentSlider } from './momentSlider.tsx';
import { type HistorySources, ShownHistory } from './shownHistory.ts';

const words = t.history;

interface HistoryPlayerProps extends HistorySources {
  timeZone: string;
  /** The moment that is shown; left out: it has its own. */
  at?: Signal<number>;
  machineName: (machineId: string) => string | null;
  /** Where the model is not there: why. */
  instead?: ComponentChildren;
  /** For who measures it. */
  onShown?: (shown: ShownHistory, viewer: Viewer | null) => void;
}

/** A history to go through by hand: the picture, the slider under it, and the same in words beside it. */
export function HistoryPlayer(props: HistoryPlayerProps) {
  const { view, thing, name, parts, steps, model, inner, stood, timeZone, machineName, instead, onShown } =
    props;
  const own = useSignal(view.moments.length - 1);
  const at = props.at ?? own;
  const by = useSignal<HistoryColouring>('provenance');
  const faint = useSignal(true);
  const state = useMemo(viewState, []);
  const [viewer, setViewer] = useState<Viewer | null>(null);
  const shown = useMemo(
    () =>
      new ShownHistory({ view, thing, name, parts, steps, model, inner, stood }, { at, by, faint, state }),
    [view, thing, name, parts, steps, model, inner, stood],
  );
  useEffect(() => shown.followPalette(), [shown]);
  useEffect(() => (viewer ? effect(() => shown.dress(viewer)) : undefined), [shown, viewer]);
  useEffect(() => onShown?.(shown, viewer), [shown, viewer]);
  useEffect(() => effect(() => shown.followSelected()), [shown]);
  return (
    <div class="history-player">
      <div class="history-seen">
        {model ? <ModelView model={model} label={name} state={state} bare onViewer={setViewer} /> : instead}
        <MomentSlider shown={shown} timeZone={timeZone} machineName={machineName} />
        {shown.pressed.value !== null && <ChosenPart shown={shown} />}
      </div>
      <div class="history-beside">
        <HistoryChoices shown={shown} />
        {viewer && (
          <div class="buttons">
            <Button onPress={() => viewer.fit()}>{words.fit}</Button>
          </div>
        )}
        <HistoryList shown={shown} />
      </div>
    </div>
  );
}
