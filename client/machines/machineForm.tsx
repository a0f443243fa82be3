import './machineForm.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { BookingRules } from '../../shared/machines/bookingRules.ts';
import type { MachineDescription } from '../../shared/machines/events.ts';
import { DEFAULTS_OF_KINDS } from '../../shared/machines/kinds.ts';
import type { MachineView } from '../../shared/machines/views.ts';
import { type Danger, danger, type MachineKind, machineKind } from '../../shared/machines/words.ts';
import type { CompetenceView } from '../../shared/workshops/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import type { RequestFailed } from '../problem.ts';
import { Button } from '../ui/button.tsx';
import { ManyChips } from '../ui/chips.tsx';
import { CheckField, SelectField, TextField } from '../ui/field.tsx';
import { FormFailure, mistakeAt } from '../ui/formFailure.tsx';
import { Fold } from '../ui/page.tsx';
import { CompetenceField } from './competenceField.tsx';
import { MachineMore } from './machineMore.tsx';
import { RuleEditor } from './ruleEditor.tsx';

export interface MachineFormProps {
  workshopId: string;
  /** What it is so far; null for a new one, whose rules are said here too. */
  machine: MachineView | null;
  /** Drawn after the name and the kind. */
  picture?: ComponentChildren;
  competences: readonly CompetenceView[];
  submitLabel: string;
  busy: boolean;
  failure: RequestFailed | null;
  onSubmit: (description: MachineDescription, rules: BookingRules) => void;
}

const words = t.machines.edit;

/** A new machine, as its kind fills it in. */
const blank = (kind: MachineKind): MachineDescription => ({
  name: '',
  kind,
  maker: null,
  model: null,
  tier: 'workshop',
  lentBy: null,
  origin: 'unknown',
  area: null,
  emergencyStop: null,
  requiredCompetences: [],
  dependsOn: [],
  meters: [],
  contents: [],
  ...usualFor(kind),
});

/** What of a description its kind fills in. */
function usualFor(kind: MachineKind) {
  const { dangers, protection, capacity, mayRunUnattended } = DEFAULTS_OF_KINDS[kind];
  return { dangers, protection, capacity, mayRunUnattended };
}

const kinds = machineKind.options
  .map((value) => ({ value, label: t.words.kinds[value] }))
  .sort((left, right) =>
    left.value === 'other' ? 1 : right.value === 'other' ? -1 : left.label.localeCompare(right.label),
  );

/** What is being written down; its rules count for a new machine only. */
interface Draft {
  described: MachineDescription;
  rules: BookingRules;
}

/**
 * What a machine is. Of a new one the kind is asked first: choosing it fills in its dangers, what to wear, its places,
 * whether it may run unattended, and its rules.
 */
export function MachineForm(props: MachineFormProps) {
  const { workshopId, machine, submitLabel, busy, failure, onSubmit } = props;
  const [draft, setDraft] = useState<Draft | null>(machine && draftOf(machine));
  const set = (part: Partial<MachineDescription>) =>
    setDraft((before) => before && { ...before, described: { ...before.described, ...part } });
  const choose = (kind: MachineKind | '') => {
    if (kind === '') return;
    const usual = { kind, ...usualFor(kind), ...(kind === 'kit' ? {} : { contents: [] }) };
    setDraft({
      described: { ...(draft?.described ?? blank(kind)), ...usual },
      rules: DEFAULTS_OF_KINDS[kind].rules,
    });
  };
  return (
    <form
      class="stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft) onSubmit(draft.described, draft.rules);
      }}
    >
      <SelectField<MachineKind | ''>
        label={words.kind}
        hint={draft ? undefined : words.kindHint}
        value={draft?.described.kind ?? ''}
        options={draft ? kinds : [{ value: '', label: words.chooseKind }, ...kinds]}
        onValue={choose}
      />
      {draft && (
        <>
          <Fields {...props} described={draft.described} set={set} />
          {machine === null && (
            <section class="stack" aria-labelledby="rules-of-new">
              <h2 id="rules-of-new">{t.rules.title}</h2>
              <RuleEditor
                key={draft.described.kind}
                rules={draft.rules}
                onRules={(rules) => setDraft({ ...draft, rules })}
              />
            </section>
          )}
          <Fold summary={t.machineDetails.more.title}>
            <MachineMore
              workshopId={workshopId}
              machineId={machine?.machineId ?? null}
              described={draft.described}
              onChange={set}
            />
          </Fold>
          <FormFailure failure={failure} />
          <div>
            <Button kind="main" type="submit" busy={busy}>
              {submitLabel}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

interface FieldsProps extends MachineFormProps {
  described: MachineDescription;
  set: (part: Partial<MachineDescription>) => void;
}

function Fields({ workshopId, picture, competences, failure, described, set }: FieldsProps) {
  return (
    <>
      <TextField
        label={words.name}
        hint={words.nameHint}
        required
        maxLength={80}
        value={described.name}
        error={mistakeAt(failure, 'name')}
        onValue={(name) => set({ name })}
      />
      {picture}
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
      <CompetenceField
        workshopId={workshopId}
        competences={competences}
        values={described.requiredCompetences}
        onValues={(requiredCompetences) => set({ requiredCompetences })}
      />
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
    </>
  );
}

const draftOf = (machine: MachineView): Draft => ({
  described: descriptionOf(machine),
  rules: machine.rules,
});

/** The description alone, out of a view that holds more. */
const descriptionOf = (view: MachineView): MachineDescription => ({
  name: view.name,
  kind: view.kind,
  maker: view.maker,
  model: view.model,
  tier: view.tier,
  lentBy: view.lentBy?.memberId ?? null,
  origin: view.origin,
  area: view.area,
  dangers: view.dangers,
  protection: view.protection,
  emergencyStop: view.emergencyStop,
  capacity: view.capacity,
  requiredCompetences: view.requiredCompetences,
  dependsOn: view.dependsOn,
  meters: view.meters,
  contents: view.contents,
  mayRunUnattended: view.mayRunUnattended,
});
