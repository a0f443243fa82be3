import { applyChanges } from '../../shared/designs/applying.ts';
import { t } from '../catalogue/designTexts.ts';
import { addition, removal } from '../designs/draft/entries.ts';
import { randomId } from '../randomId.ts';
import { Button } from '../ui/button.tsx';
import { Fold } from '../ui/page.tsx';
import type { Workbench } from './bench.ts';
import { setOwnParameter } from './gestures/settings.ts';
import { LeftField } from './leftField.tsx';

const words = t.workbench.own;

/** The machine's own numbers, to which settings of its things may refer. */
export function OwnNumbers({ bench }: { bench: Workbench }) {
  const parameters = bench.content.value?.parameters ?? [];
  const add = () =>
    bench.act((content) => {
      const value = { id: randomId(), name: words.newName(parameters.length + 1), value: '100', unit: 'mm' };
      return applyChanges(content, addition(content, 'parameters', value)).content;
    });
  return (
    <Fold summary={words.title}>
      <div class="stack">
        <p class="soft small">{words.line}</p>
        {parameters.map(({ id, name, value, unit }) => (
          <div class="entry" key={id}>
            <div class="fields-3">
              <LeftField
                label={words.name}
                value={name}
                maxLength={80}
                isRight={(text) => text !== ''}
                onLeft={(to) => bench.act(setOwnParameter(id, { name: to }))}
              />
              <LeftField
                label={words.value}
                value={value}
                maxLength={120}
                onLeft={(to) => bench.act(setOwnParameter(id, { value: to }))}
              />
              <LeftField
                label={words.unit}
                value={unit}
                maxLength={20}
                onLeft={(to) => bench.act(setOwnParameter(id, { unit: to }))}
              />
            </div>
            <Button
              label={words.remove(name)}
              onPress={() =>
                bench.act((content) => applyChanges(content, removal(content, 'parameters', id)).content)
              }
            >
              {t.workbench.settings.remove}
            </Button>
          </div>
        ))}
        <div>
          <Button onPress={add}>{words.add}</Button>
        </div>
      </div>
    </Fold>
  );
}
