import { t } from '../catalogue/designTexts.ts';
import { Button } from '../ui/button.tsx';
import type { Viewer } from '../viewer/viewer.ts';
import type { StandardView } from '../viewer/viewState.ts';

const words = t.workbench.views;
const VIEWS: readonly StandardView[] = ['iso', 'front', 'right', 'top'];

/** From where the model is looked at. */
export function ViewButtons({ viewer }: { viewer: Viewer }) {
  return (
    <div class="bench-views">
      <Button onPress={() => viewer.fit()}>{words.fit}</Button>
      {VIEWS.map((view) => (
        <Button key={view} onPress={() => viewer.view(view)}>
          {words.names[view]}
        </Button>
      ))}
    </div>
  );
}
