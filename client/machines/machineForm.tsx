import { useState } from 'preact/hooks';
import type { MachineDescription } from '../../shared/machines/events.ts';
import { DEFAULTS_OF_KINDS } from '../../shared/machines/kinds.ts';
import { type Danger, danger, type MachineKind, machineKind } from '../../shared/machines/words.ts';
import type { CompetenceView } from '../../shared/workshops/views.ts';
import { t } from '../catalogue/text.ts';
import type { RequestFailed } from '../problem.ts';
import { Button } from '../ui/button.tsx';
import { ManyChips } from '../ui/chips.tsx';
import { CheckField, SelectField, TextField } from '../ui/field.tsx';
import { FormFailure, mistakeAt } from '../ui/formFailure.tsx';

export interface MachineFormProps {
  /** What it is so far; null for a new one. */
  machine: MachineDescription | null;
  competences: readonly CompetenceView[];
  submitLabel: string;
  busy: boolean;
  failure: RequestFailed | null;
  onSubmit: (description: MachineDescription) => void;
}

const words = t.machines.edit;

const blank: MachineDescription = {
  name: '',
  kind: 'laser',
  maker: null,
  model: null,
  requiredCompetences: [],
  ...DEFAULTS_OF_KINDS.laser,
};

const kinds = machineKind.options
  .map((value) => ({ value, label: t.words.kinds[value] }))
  .sort((left, right) =>
    left.value === 'other' ? 1 : right.value === 'other' ? -1 : left.label.localeCompare(right.label),
  );

/** What a machine is. Choosing a kind fills in its dangers, places and whether it may run unattended. */
export function MachineForm({
  machine,
  competences,
  submitLabel,
  busy,
  failure,
  onSubmit,
}: MachineFormProps) {
  const [described, setDescribed] = useState(machine ?? blank);
  const set = (part: Partial<MachineDescription>) => setDescribed({ ...described, ...part });
  const choose = (kind: MachineKind) => set({ kind, ...DEFAULTS_OF_KINDS[kind] });
  return (
    <form
      class="stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(described);
      }}
    >
      <TextField
        label={words.name}
        hint={words.nameHint}
        required
        maxLength={80}
        value={described.name}
        error={mistakeAt(failure, 'name')}
        onValue={(name) => set({ name })}
      />
      <SelectField label={words.kind} value={described.kind} options={kinds} onValue={choose} />
      <div class="fields-2">
        <TextField
          label={`${words.maker} (${t.words.optional})`}
          maxLength={80}
          value={described.maker ?? ''}
          error={mistakeAt(failure, 'maker')}
          onValue={(maker) => set({ maker: maker || null })}
        />
        <TextField
          label={`${words.model} (${t.words.optional})`}
          maxLength={80}
          value={described.model ?? ''}
          error={mistakeAt(failure, 'model')}
          onValue={(model) => set({ model: model || null })}
        />
      </div>
      <ManyChips<Danger>
        label={words.dangers}
        values={described.dangers}
        options={danger.options.map((value) => ({ value, label: t.words.dangers[value] }))}
        onValues={(dangers) => set({ dangers })}
      />
      {competences.length === 0 ? (
        <p class="soft">{words.noCompetences}</p>
      ) : (
        <ManyChips
          label={words.competences}
          values={described.requiredCompetences}
          options={competences.map(({ competenceId, name }) => ({ value: competenceId, label: name }))}
          onValues={(requiredCompetences) => set({ requiredCompetences })}
        />
      )}
      <TextField
        label={words.places}
        type="number"
        min={1}
        max={500}
        required
        value={String(described.capacity)}
        error={mistakeAt(failure, 'capacity')}
        onValue={(places) => set({ capacity: Math.max(1, Math.min(500, Math.round(Number(places)) || 1)) })}
      />
      <CheckField
        label={words.unattended}
        checked={described.mayRunUnattended}
        onChange={(mayRunUnattended) => set({ mayRunUnattended })}
      />
      <FormFailure failure={failure} />
      <div>
        <Button kind="main" type="submit" busy={busy}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}

/** The description alone, out of a view that holds more. */
export function descriptionOf(view: MachineDescription): MachineDescription {
  const { name, kind, maker, model, dangers, capacity, requiredCompetences, mayRunUnattended } = view;
  return { name, kind, maker, model, dangers, capacity, requiredCompetences, mayRunUnattended };
}
