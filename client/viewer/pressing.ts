import type { DrawnModel } from './drawnModel.ts';
import { featureNear, type Hit } from './sight.ts';
import type { ViewState } from './viewState.ts';
import { nodeForPress } from './visibility.ts';

type Measuring = Pick<ViewState, 'measured'>;

/** Measures from what is pressed, or from what was pressed before to it. @param reach millimetres. */
export function measureAt({ measured }: Measuring, drawn: DrawnModel, hit: Hit, reach: number): void {
  const feature = featureNear(drawn, hit, reach);
  const before = measured.peek();
  measured.value = before.length === 1 ? [...before, feature] : [feature];
}

/** Selects what is pressed; with `more` beside what is selected already, or no longer. */
export function selectAt(
  { selected }: Pick<ViewState, 'selected'>,
  { model }: DrawnModel,
  hit: Hit | null,
  more: boolean,
): void {
  if (!hit) {
    if (!more) selected.value = [];
    return;
  }
  const before = selected.peek();
  const id = nodeForPress(model, hit.node, more ? [] : before);
  if (id === null) return;
  if (!more) selected.value = [id];
  else selected.value = before.includes(id) ? before.filter((each) => each !== id) : [...before, id];
}
