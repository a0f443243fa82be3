import { useEffect, useState } from 'preact/hooks';
import type { Model } from '../../shared/models/model.ts';
import { t } from '../catalogue/designTexts.ts';
import { openModels } from '../models/models.ts';
import { LineDrawing } from '../modules/lineDrawing.tsx';
import { Chips } from '../ui/chips.tsx';
import { STANDARD_VIEWS, type StandardView } from './viewState.ts';

/** A model as a line drawing from a side, where there are no graphics for more. */
export function FlatView({ model, label }: { model: Model; label: string }) {
  const words = t.viewer;
  const [view, setView] = useState<StandardView>('iso');
  const [drawn, setDrawn] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const models = openModels();
    setFailed(false);
    models
      .ask('draw', { model, view, title: label })
      .then(setDrawn, () => setFailed(true))
      .finally(() => models.end());
    return () => models.end();
  }, [model, view, label]);
  return (
    <div class="flat-view">
      <p class="note">{words.noGraphics}</p>
      {drawn !== null && !failed && <LineDrawing svg={drawn} />}
      <div role="status">
        {failed ? <p>{words.noDrawing}</p> : drawn === null && <p class="soft">{words.drawing}</p>}
      </div>
      <Chips
        label={words.seenFrom}
        value={view}
        options={STANDARD_VIEWS.map((value) => ({ value, label: words.views[value] }))}
        onValue={setView}
      />
    </div>
  );
}
