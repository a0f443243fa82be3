import '../viewer/viewer.css';
import { useState } from 'preact/hooks';
import type { Model } from '../../shared/models/model.ts';
import { t } from '../catalogue/designTexts.ts';
import { lengthUnits, takeLengthUnits } from '../measures/lengthUnits.ts';
import { Chips } from '../ui/chips.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { Viewer } from '../viewer/viewer.ts';
import { Legend } from '../viewer/viewNotes.tsx';
import { ViewTools } from '../viewer/viewTools.tsx';
import type { Handles, Workbench } from './bench.ts';

const words = t.workbench.tools;
const UNITS = ['mm', 'in'] as const;
const HANDLES: readonly Handles[] = ['move', 'turn', 'none'];

interface PictureToolsProps {
  bench: Workbench;
  /** Null where nothing can be drawn, or not yet. */
  viewer: Viewer | null;
  model: Model | null;
  isHelping: boolean;
  onHelping: (isHelping: boolean) => void;
}

/** Below the picture: what a hand drags and in which units, and all tools of the viewer. */
export function PictureTools({ bench, viewer, model, isHelping, onHelping }: PictureToolsProps) {
  const [colouring, setColouring] = useState(false);
  const handleWords = { move: words.move, turn: words.turn, none: words.noHandles };
  return (
    <div class="bench-views">
      <div class="bench-handles">
        {viewer && (
          <Chips
            label={words.handles}
            quiet
            value={bench.handles.value}
            options={HANDLES.map((value) => ({ value, label: handleWords[value] }))}
            onValue={(value) => {
              bench.handles.value = value;
            }}
          />
        )}
        <Chips
          label={t.lengths.units}
          quiet
          value={lengthUnits.value}
          options={UNITS.map((value) => ({ value, label: value }))}
          onValue={takeLengthUnits}
        />
      </div>
      {viewer && model && (
        <>
          <ViewTools
            viewer={viewer}
            hasSteps={model.nodes.some(({ step }) => step !== null)}
            colouring={colouring}
            onColouring={() => setColouring(!colouring)}
            onHelp={() => onHelping(true)}
          />
          {colouring && <Legend viewer={viewer} model={model} />}
        </>
      )}
      {isHelping && (
        <Dialog title={t.viewer.helpTitle} onClose={() => onHelping(false)}>
          <ul>
            {[...t.workbench.keys, ...t.viewer.helpLines].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Dialog>
      )}
    </div>
  );
}
