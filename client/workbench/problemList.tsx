import { IconAlertTriangle } from '@tabler/icons-preact';
import { aboutWhom, interferenceInWords, problemInWords } from '../assemblies/problemInWords.ts';
import { t } from '../catalogue/designTexts.ts';
import { useModuleText } from '../modules/moduleText.ts';
import { Button } from '../ui/button.tsx';
import { PageSection } from '../ui/page.tsx';
import type { Workbench } from './bench.ts';
import type { Collisions } from './collisions.ts';
import { namingOf } from './names.ts';
import { allProblems } from './problems.ts';

const words = t.workbench.problems;
const MOST_SHOWN = 50;

interface ProblemListProps {
  bench: Workbench;
  collisions: Collisions;
}

/** What stands against the model; a press chooses what it is about. */
export function ProblemList({ bench, collisions }: ProblemListProps) {
  const problems = allProblems(bench);
  const found = collisions.found.value;
  const naming = namingOf(bench, useModuleText());
  const told = [
    ...problems.map((problem) => ({ sentence: problemInWords(problem, naming), about: aboutWhom(problem) })),
    ...(found?.pairs ?? []).map((pair) => ({
      sentence: interferenceInWords(pair, naming),
      about: [pair.one, pair.other].map((id) => id.split('/', 1)[0] ?? id),
    })),
  ];
  return (
    <PageSection title={words.title}>
      <p role="status" class={told.length === 0 ? undefined : 'only-heard'}>
        {told.length === 0 ? words.none : words.count(told.length)}
      </p>
      {told.length > 0 && (
        <ul class="rows bench-problems">
          {told.slice(0, MOST_SHOWN).map(({ sentence, about }) => (
            <li key={sentence}>
              <button
                type="button"
                class="bench-problem"
                aria-label={words.show(sentence)}
                onClick={() => {
                  bench.choose(null);
                  for (const id of new Set(about)) bench.choose(id, true);
                }}
              >
                <IconAlertTriangle size={20} aria-hidden="true" />
                <span>{sentence}</span>
              </button>
            </li>
          ))}
          {told.length > MOST_SHOWN && <li class="soft">{words.more(told.length - MOST_SHOWN)}</li>}
        </ul>
      )}
      <div class="buttons">
        <Button busy={collisions.state.value === 'looking'} onPress={() => collisions.look()}>
          {words.look}
        </Button>
      </div>
      <p class="soft small" role="status">
        {collisions.state.value === 'looking' && words.looking}
        {collisions.state.value === 'failed' && words.lookFailed}
        {found && found.pairs.length === 0 && !found.isCutOff && words.clear}
        {found?.isCutOff && words.cutOff}
      </p>
    </PageSection>
  );
}
