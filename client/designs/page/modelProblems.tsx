import { IconAlertTriangle } from '@tabler/icons-preact';
import { useState } from 'preact/hooks';
import type { Interferences } from '../../../shared/assemblies/interferences.ts';
import type { Place } from '../../../shared/assemblies/problems.ts';
import type { Model } from '../../../shared/models/model.ts';
import { carriedTold } from '../../assemblies/measures.ts';
import {
  aboutWhom,
  interferenceInWords,
  type Naming,
  problemInWords,
} from '../../assemblies/problemInWords.ts';
import { t } from '../../catalogue/designTexts.ts';
import { CannotBeDone } from '../../models/done.ts';
import type { Assembled } from '../../models/jobs/assemble.ts';
import { type ModuleText, useModuleText } from '../../modules/moduleText.ts';
import { interfaceName } from '../../modules/words.ts';
import { Button } from '../../ui/button.tsx';
import { PageSection } from '../../ui/page.tsx';
import { namingOfModules, thingName } from '../../workbench/names.ts';
import { nodesOfInstances } from './modelSelection.ts';
import type { ShownAssembly } from './shownAssembly.ts';

const MOST_SHOWN = 30;
const SECONDS = 20;

interface ModelProblemsProps {
  shown: ShownAssembly;
  model: Model;
  onShow: (nodes: readonly string[]) => void;
}

/** What stands against the model and what suffices, in sentences; what runs into each other where somebody asks. */
export function ModelProblems({ shown, model, onShow }: ModelProblemsProps) {
  const words = t.designModel.problems;
  const made = shown.made.value;
  const [found, setFound] = useState<{ of: Assembled; told: Interferences } | null>(null);
  const [state, setState] = useState<'rest' | 'looking' | 'failed'>('rest');
  const textOf = useModuleText();
  if (!made) return null;
  const naming = namingOf(shown, made, textOf);
  const collisions = found?.of === made ? found.told : null;
  const told = [
    ...made.solved.problems.map((problem) => ({
      sentence: problemInWords(problem, naming),
      about: aboutWhom(problem),
    })),
    ...(collisions?.pairs ?? []).map((pair) => ({
      sentence: interferenceInWords(pair, naming),
      about: [pair.one, pair.other].map((id) => id.split('/', 1)[0] ?? id),
    })),
  ];
  const look = async () => {
    setState('looking');
    try {
      const asked = await shown.asked();
      const answer = asked && (await shown.models?.ask('interfere', { ...asked, seconds: SECONDS }));
      if (answer) setFound({ of: made, told: answer });
      setState('rest');
    } catch (error) {
      if (!(error instanceof CannotBeDone)) throw error;
      setState('failed');
    }
  };
  return (
    <PageSection title={words.title}>
      {told.length === 0 && <p>{made.solved.mates.length > 0 ? words.none : words.unjoined}</p>}
      {told.length > 0 && (
        <ul class="rows model-problems">
          {told.slice(0, MOST_SHOWN).map(({ sentence, about }) => (
            <li key={sentence}>
              <button
                type="button"
                class="model-problem"
                aria-label={words.show(sentence)}
                onClick={() => onShow(nodesOfInstances(model, about))}
              >
                <IconAlertTriangle class="problem-sign" size={20} aria-hidden="true" />
                <span>{sentence}</span>
              </button>
            </li>
          ))}
          {told.length > MOST_SHOWN && <li class="soft">{words.more(told.length - MOST_SHOWN)}</li>}
        </ul>
      )}
      <ul class="model-enough">
        {sufficing(made, naming).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div class="buttons">
        <Button busy={state === 'looking'} onPress={look}>
          {words.look}
        </Button>
      </div>
      <p class="soft small" role="status">
        {state === 'looking' && words.looking}
        {state === 'failed' && words.lookFailed}
        {collisions?.pairs.length === 0 && collisions.isComplete && words.clear}
        {collisions && !collisions.isComplete && words.cutOff}
      </p>
    </PageSection>
  );
}

/** Of each net of hoses or cables what its users need and what is given, where that suffices; the rest are problems. */
function sufficing({ budgets }: Assembled, naming: Naming): string[] {
  const said = t.assemblyProblems;
  const names = (places: readonly Place[]) =>
    t.words.and([
      ...new Set(
        places.map(({ instance, name }) => naming.thing(instance.split('/', 1)[0] ?? instance, name)),
      ),
    ]);
  const sentences = budgets.flatMap(({ suppliers, users, figures }) =>
    figures.flatMap(({ carried, offered, needed }) =>
      offered === null || needed === null || needed > offered || needed === 0
        ? []
        : [
            t.designModel.problems.enough(
              said.needs(names(users), users.length, carriedTold(carried, needed)),
              said.gives(names(suppliers), suppliers.length, carriedTold(carried, offered)),
            ),
          ],
    ),
  );
  return [...new Set(sentences)];
}

/** How sentences call what stands in the model. */
function namingOf(
  { designs }: ShownAssembly,
  { solved }: Assembled,
  textOf: (english: string) => ModuleText,
): Naming {
  const byId = new Map(solved.instances.map((each) => [each.instance.id, each] as const));
  const thing = (id: string, name: string) => {
    const stands = byId.get(id);
    return stands ? thingName({ name: stands.instance.name, of: stands.of }, designs) : name;
  };
  return {
    ...namingOfModules(byId, textOf),
    thing,
    place({ instance, name, interface: face }) {
      const of = byId.get(instance)?.of;
      const last = face.split('/').at(-1) ?? face;
      return t.assemblyProblems.at(
        thing(instance, name),
        of?.kind === 'module' ? interfaceName(of.module, face) : last,
      );
    },
  };
}
