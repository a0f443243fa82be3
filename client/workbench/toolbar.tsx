import { IconCopy, IconGridDots, IconPlus, IconSend, IconSquares, IconTrash } from '@tabler/icons-preact';
import { t } from '../catalogue/designTexts.ts';
import { randomId } from '../randomId.ts';
import { Button } from '../ui/button.tsx';
import type { Workbench } from './bench.ts';
import { newIds } from './doing.ts';
import { copy } from './gestures/copies.ts';
import { remove } from './gestures/entries.ts';

const words = t.workbench.tools;
/** A copy stands beside its original, millimetres along x. */
const ASIDE = 203.2;

interface ToolbarProps {
  bench: Workbench;
  several: boolean;
  onSeveral: (several: boolean) => void;
  onAdd: () => void;
  onMany: () => void;
  onPublish: () => void;
  isPublishing: boolean;
}

/** What can be done with the model and with what is chosen in it. */
export function Toolbar(props: ToolbarProps) {
  const { bench, several, onSeveral, onAdd, onMany, onPublish, isPublishing } = props;
  const chosen = bench.selected.value;
  const nothing = chosen.length === 0;
  return (
    <div class="bench-tools" role="toolbar" aria-label={words.label}>
      <Button kind="main" onPress={onAdd}>
        <IconPlus aria-hidden="true" />
        {words.add}
      </Button>
      <Button busy={nothing} onPress={() => copyChosen(bench)}>
        <IconCopy aria-hidden="true" />
        {words.copy}
      </Button>
      <Button busy={nothing} onPress={onMany}>
        <IconGridDots aria-hidden="true" />
        {words.many}
      </Button>
      <Button busy={nothing} onPress={() => removeChosen(bench)}>
        <IconTrash aria-hidden="true" />
        {words.remove}
      </Button>
      <Button pressed={several} onPress={() => onSeveral(!several)}>
        <IconSquares aria-hidden="true" />
        {words.several}
      </Button>
      <Button busy={isPublishing} onPress={onPublish}>
        <IconSend aria-hidden="true" />
        {t.workbench.publish}
      </Button>
    </div>
  );
}

/** Copies what is chosen aside; the copies are chosen then. */
export function copyChosen(bench: Workbench): void {
  const made = newIds(randomId);
  if (bench.act(copy(bench.standing.value, bench.selected.value, [ASIDE, 0, 0], made.next)))
    bench.selected.value = made.ofInstances(bench.draft.content.value);
}

export function removeChosen(bench: Workbench): void {
  if (bench.act(remove(bench.standing.value, bench.selected.value))) bench.choose(null);
}
