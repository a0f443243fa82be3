import { type Signal, useSignal } from '@preact/signals';
import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
} from '@tabler/icons-preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../catalogue/buildTexts.ts';
import { locale } from '../catalogue/text.ts';
import { Button } from '../ui/button.tsx';
import { momentInWords, whenInWords } from './historyWords.ts';
import type { ShownHistory } from './shownHistory.ts';

const words = t.history;
const numbers = new Intl.NumberFormat(locale);
/** The whole story takes so long, milliseconds; no moment is shorter or longer than this. */
const WHOLE = 20_000;
const SHORTEST = 60;
const LONGEST = 900;

interface MomentSliderProps {
  shown: ShownHistory;
  timeZone: string;
  machineName: (machineId: string) => string | null;
}

/** What happened at the moment that is shown, and the ways to go to another one. */
export function MomentSlider({ shown, timeZone, machineName }: MomentSliderProps) {
  const slider = useRef<HTMLInputElement>(null);
  const isPlaying = useSignal(false);
  usePlaying(shown, isPlaying);
  // It stands where the button was that opened it: picture and hand in sight together.
  useEffect(() => {
    slider.current?.focus({ preventScroll: true });
    slider.current?.closest('.history-seen')?.scrollIntoView({ block: 'nearest' });
  }, []);
  const at = shown.at.value;
  const { last } = shown;
  const moment = shown.sources.view.moments[at];
  if (!moment) return null;
  const sentence = momentInWords(moment, shown, machineName);
  const when = whenInWords(moment.at, timeZone);
  const go = (to: number) => {
    isPlaying.value = false;
    shown.go(to);
  };
  const flip = () => {
    if (!isPlaying.value && at === last) shown.go(0);
    isPlaying.value = !isPlaying.value;
  };
  return (
    <div class="history-hand">
      <div class="history-told">
        <p class="soft small history-when">
          <span>{when}</span>
          <span>{words.number(numbers.format(at + 1), numbers.format(last + 1))}</span>
        </p>
        <p>
          <strong>{sentence}</strong>
        </p>
      </div>
      <input
        ref={slider}
        class="history-slider"
        type="range"
        min={0}
        max={last}
        step={1}
        value={at}
        aria-label={words.slider}
        aria-valuetext={words.momentOf(at + 1, last + 1, when, sentence)}
        onInput={({ currentTarget }) => go(Number(currentTarget.value))}
      />
      <div class="history-buttons">
        <Button onPress={() => go(at - 1)} label={words.before}>
          <IconPlayerSkipBack aria-hidden="true" />
        </Button>
        <Button onPress={flip} pressed={isPlaying.value}>
          {isPlaying.value ? <IconPlayerPause aria-hidden="true" /> : <IconPlayerPlay aria-hidden="true" />}
          {isPlaying.value ? words.pause : words.play}
        </Button>
        <Button onPress={() => go(at + 1)} label={words.next}>
          <IconPlayerSkipForward aria-hidden="true" />
        </Button>
      </div>
    </div>
  );
}

/** Goes on by itself while it plays, slowly for who asked for less motion. */
function usePlaying(shown: ShownHistory, isPlaying: Signal<boolean>): void {
  const plays = isPlaying.value;
  useEffect(() => {
    if (!plays) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const pause = calm ? LONGEST : Math.min(LONGEST, Math.max(SHORTEST, WHOLE / (shown.last + 1)));
    const timer = setInterval(() => {
      shown.go(shown.at.peek() + 1);
      if (shown.at.peek() === shown.last) isPlaying.value = false;
    }, pause);
    return () => clearInterval(timer);
  }, [plays, shown]);
}
