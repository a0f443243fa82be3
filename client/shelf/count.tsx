import './counting.css';
import { useEffect, useState } from 'preact/hooks';
import type { StockRow } from '../../shared/stock/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { codeFrom } from '../machines/labelCode.ts';
import { warmCodeReader } from '../scanning/codeReader.ts';
import { ScanCamera } from '../scanning/scanCamera.tsx';
import { useWedge } from '../scanning/useWedge.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Fold, PageSection } from '../ui/page.tsx';
import { showToast } from '../ui/toasts.ts';
import { CountBin } from './countBin.tsx';
import { binWith, differencesOf, nextBin } from './counting.ts';
import { Differences } from './differences.tsx';
import { useRound } from './useRound.ts';

const words = t.counting;

export interface CountProps {
  workshopId: string;
  /** In the order of the walk. */
  bins: readonly StockRow[];
  /** The bin to begin with, by the code on its label. */
  code: string | undefined;
  onCounted: () => void;
}

/** A walk along the shelves: one bin at a time, by its code or the next in order. */
export function Count({ workshopId, bins, code, onCounted }: CountProps) {
  const { round, note, anew } = useRound(workshopId);
  const [here, setHere] = useState<string | null>(() => {
    const asked = code === undefined ? null : binWith(bins, codeFrom(code));
    return (asked ?? nextBin(bins, round, null))?.materialId ?? null;
  });
  const goTo = (typed: string) => {
    const found = binWith(bins, codeFrom(typed));
    if (found) setHere(found.materialId);
    else showToast(words.unknown(codeFrom(typed).slice(0, 12)), { tone: 'failed' });
  };
  useEffect(() => {
    // One walks to where there is no signal: the reader comes along.
    warmCodeReader();
  }, []);
  useWedge(goTo);
  const bin = bins.find(({ materialId }) => materialId === here) ?? null;
  const done = bins.filter(({ materialId }) => round.bins[materialId]).length;
  // Whoever has scanned another bin meanwhile stays there.
  const goOn = (from: string, counted = round) =>
    setHere((now) => (now === from ? (nextBin(bins, counted, from)?.materialId ?? null) : now));
  const differences = differencesOf(bins, round);
  return (
    <div class="stack count-page">
      <div>
        {/* The number pad takes the place of the picture once a bin was read. */}
        <ScanCamera
          once
          label={t.frame.scan}
          beside={
            <p class="count-line" role="status">
              {words.progress(done, bins.length)}
            </p>
          }
          onCode={goTo}
        />
        <svg class="count-progress" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect width="100" height="10" />
          <rect width={(100 * done) / Math.max(1, bins.length)} height="10" />
        </svg>
      </div>
      {bin && (
        <CountBin
          key={`${bin.materialId} ${round.began}`}
          bin={bin}
          before={round.bins[bin.materialId] ?? null}
          onCounted={(found) => {
            note(bin.materialId, found);
            goOn(bin.materialId, { ...round, bins: { ...round.bins, [bin.materialId]: found } });
            onCounted();
          }}
          onUndone={() => {
            note(bin.materialId, null);
            setHere(bin.materialId);
            onCounted();
          }}
          onSkip={() => goOn(bin.materialId)}
        />
      )}
      {bin === null && (
        <PageSection title={done === bins.length ? words.all : words.differences}>
          <Differences differences={differences} onAgain={setHere} />
          <div class="buttons">
            {done < bins.length && (
              <Button kind="main" onPress={() => setHere(nextBin(bins, round, null)?.materialId ?? null)}>
                {words.goOn}
              </Button>
            )}
            <ButtonLink href={addressOf.shelfOf(workshopId)}>{words.toShelf}</ButtonLink>
            <Button
              onPress={() => {
                anew();
                setHere(bins[0]?.materialId ?? null);
              }}
            >
              {words.anew}
            </Button>
          </div>
        </PageSection>
      )}
      {bin && (
        <Fold summary={words.code}>
          <CodeField onCode={goTo} />
        </Fold>
      )}
      {bin && done > 0 && (
        <div>
          <Button kind="quiet" onPress={() => setHere(null)}>
            {words.stop}
          </Button>
        </div>
      )}
    </div>
  );
}

function CodeField({ onCode }: { onCode: (typed: string) => void }) {
  const [typed, setTyped] = useState('');
  return (
    <form
      class="scan-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === '') return;
        onCode(typed);
        setTyped('');
      }}
    >
      <TextField label={words.code} code autocomplete="off" maxLength={80} value={typed} onValue={setTyped} />
      <Button type="submit">{words.go}</Button>
    </form>
  );
}
