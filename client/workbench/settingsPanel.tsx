import type { Instance, ParameterSetting } from '../../shared/assemblies/instances.ts';
import { moduleById } from '../../shared/modules/all.ts';
import { t } from '../catalogue/designTexts.ts';
import { type ModuleText, useModuleText } from '../modules/moduleText.ts';
import { optionName, parameterName } from '../modules/words.ts';
import { Button } from '../ui/button.tsx';
import { Alternatives } from './alternatives.tsx';
import type { Workbench } from './bench.ts';
import { setFields, setParameter } from './gestures/settings.ts';
import { LeftField } from './leftField.tsx';
import { kindName } from './names.ts';
import { type AskedParameter, ParameterField } from './parameterField.tsx';
import { PlacePanel } from './placePanel.tsx';
import { StepField } from './stepField.tsx';

const words = t.workbench.settings;

/** The chosen things of a content, the first chosen first. */
export function chosenOf(bench: Workbench): Instance[] {
  const byId = new Map(bench.content.value?.instances.map((each) => [each.id, each] as const));
  return bench.selected.value.flatMap((id) => byId.get(id) ?? []);
}

/** Everything that can be set of what is chosen. */
export function SettingsPanel({ bench, onAlternative }: { bench: Workbench; onAlternative: () => void }) {
  const chosen = chosenOf(bench);
  const [first] = chosen;
  if (!first) return <p class="soft">{words.none}</p>;
  const ids = chosen.map(({ id }) => id);
  return (
    <div class="stack" key={first.id}>
      {chosen.length > 1 && <p class="note">{words.several(chosen.length)}</p>}
      {chosen.length === 1 && (
        <LeftField
          label={words.name}
          hint={words.nameHint}
          value={first.name}
          maxLength={120}
          onLeft={(name) => bench.act(setFields(ids, { name }))}
        />
      )}
      <p>
        <span class="soft">{words.what}: </span>
        {kindName(first.of, bench.designs)}
      </p>
      <ParametersOf bench={bench} first={first} ids={ids} />
      <StepField bench={bench} step={first.step} ids={ids} />
      <PlacePanel bench={bench} id={first.id} ids={ids} />
      {chosen.length === 1 && <Alternatives bench={bench} instance={first} onAdd={onAlternative} />}
    </div>
  );
}

interface ParametersOfProps {
  bench: Workbench;
  first: Instance;
  ids: readonly string[];
}

/** The parameters of a module or a design; those of several things where all are the same. */
function ParametersOf({ bench, first, ids }: ParametersOfProps) {
  const textOf = useModuleText();
  const asked = askedOf(bench, first, textOf);
  const values = bench.byId.value.get(first.id)?.values ?? {};
  const set = (name: string, to: ParameterSetting | null) => bench.act(setParameter(ids, name, to));
  return (
    <>
      {asked.map((parameter) => {
        const { [parameter.name]: setting } = first.parameters;
        return (
          <div key={parameter.name} class="bench-parameter">
            <ParameterField
              asked={parameter}
              setting={setting}
              reckoned={values[parameter.name]}
              onValue={(to) => set(parameter.name, to)}
              onTyping={(to) => bench.show(setParameter(ids, parameter.name, to))}
            />
            {setting !== undefined && (
              <Button
                kind="quiet"
                label={words.usualOf(parameter.label)}
                onPress={() => set(parameter.name, null)}
              >
                {words.usual}
              </Button>
            )}
          </div>
        );
      })}
    </>
  );
}

function askedOf(
  bench: Workbench,
  { of }: Instance,
  textOf: (english: string) => ModuleText,
): AskedParameter[] {
  if (of.kind === 'module') {
    const module = moduleById(of.module);
    return Object.entries(module?.parameters ?? {}).map(([name, parameter]) => ({
      name,
      label: parameterName(of.module, name),
      parameter,
      hint: textOf(parameter.source).text,
      option: (value) => optionName(of.module, name, value),
    }));
  }
  if (of.kind === 'file') return [];
  const content = bench.designs.designOf(of);
  return (content?.parameters ?? []).map(({ name, value, unit }) => ({
    name,
    label: name,
    parameter: { kind: 'free', usual: [value, unit].filter(Boolean).join(' '), unit },
    hint: '',
  }));
}
