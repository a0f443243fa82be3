import type { Instance } from '../../shared/assemblies/instances.ts';
import { t } from '../catalogue/designTexts.ts';
import { Button } from '../ui/button.tsx';
import { Fold } from '../ui/page.tsx';
import type { Workbench } from './bench.ts';
import { removeAlternative, takeAlternative } from './gestures/settings.ts';
import { thingName } from './names.ts';

const words = t.workbench.settings;

interface AlternativesProps {
  bench: Workbench;
  instance: Instance;
  onAdd: () => void;
}

/** What may stand in a thing's place. */
export function Alternatives({ bench, instance, onAdd }: AlternativesProps) {
  return (
    <Fold summary={words.alternatives} open={instance.alternatives.length > 0}>
      <div class="stack">
        <ul class="rows">
          {instance.alternatives.map((each) => {
            const name = thingName(each, bench.designs);
            return (
              <li key={each.id} class="entry">
                <strong>{name}</strong>
                <Button
                  label={words.alternativeTake(name)}
                  onPress={() => bench.act(takeAlternative(instance.id, each.id))}
                >
                  {words.take}
                </Button>
                <Button
                  label={words.alternativeRemove(name)}
                  onPress={() => bench.act(removeAlternative(instance.id, each.id))}
                >
                  {words.remove}
                </Button>
              </li>
            );
          })}
        </ul>
        <div>
          <Button onPress={onAdd}>{words.alternativeAdd}</Button>
        </div>
      </div>
    </Fold>
  );
}
