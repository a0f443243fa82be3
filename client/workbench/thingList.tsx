import { IconAlertTriangle } from '@tabler/icons-preact';
import { aboutWhom } from '../assemblies/problemInWords.ts';
import { t } from '../catalogue/designTexts.ts';
import type { Workbench } from './bench.ts';
import { kindName, thingName } from './names.ts';
import { allProblems } from './problems.ts';
import { ScrolledList } from './scrolledList.tsx';

const words = t.workbench.tree;

/** What stands in the model; a press chooses it. */
export function ThingList({ bench, several }: { bench: Workbench; several: boolean }) {
  const { instances } = bench.content.value ?? { instances: [] };
  const chosen = bench.selected.value;
  const hurt = new Set(allProblems(bench).flatMap(aboutWhom));
  if (instances.length === 0) return <p class="soft">{words.none}</p>;
  return (
    <>
      <p class="soft small">
        {words.count(instances.length)}
        {chosen.length > 1 && `, ${words.chosen(chosen.length)}`}
      </p>
      <ScrolledList
        items={instances}
        label={words.label}
        keyOf={({ id }) => id}
        shown={chosen.at(-1) ?? null}
      >
        {(instance) => (
          <button
            type="button"
            class="bench-row"
            aria-pressed={chosen.includes(instance.id)}
            onClick={(event) =>
              bench.choose(instance.id, several || event.ctrlKey || event.metaKey || event.shiftKey)
            }
          >
            <span class="name">{thingName(instance, bench.designs)}</span>
            <span class="soft small kind">
              {[instance.name && kindName(instance.of, bench.designs), instance.mirrored && words.mirrored]
                .filter(Boolean)
                .join(', ')}
            </span>
            {hurt.has(instance.id) && (
              <span class="hurt">
                <IconAlertTriangle size={18} aria-hidden="true" />
                <span class="only-heard">{words.problem}</span>
              </span>
            )}
          </button>
        )}
      </ScrolledList>
    </>
  );
}
