import { useRef, useState } from 'preact/hooks';
import type { CompetenceView } from '../../shared/workshops/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { Button } from '../ui/button.tsx';
import { ManyChips } from '../ui/chips.tsx';
import { TextField } from '../ui/field.tsx';
import { FormFailure, mistakeAt } from '../ui/formFailure.tsx';
import { Fold } from '../ui/page.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.machines.edit;
type Named = Pick<CompetenceView, 'competenceId' | 'name'>;

export interface CompetenceFieldProps {
  workshopId: string;
  competences: readonly Named[];
  /** Ids of those that the machine asks for. */
  values: readonly string[];
  onValues: (values: string[]) => void;
}

/** What a machine asks for. A competence that the workshop lacks is defined on the spot, and asked for at once. */
export function CompetenceField({ workshopId, competences, values, onValues }: CompetenceFieldProps) {
  // Until the workshop is read anew with them.
  const [defined, setDefined] = useState<Named[]>([]);
  // As they are when the answer comes, not as they were when it was asked for.
  const chosen = useRef(values);
  chosen.current = values;
  const isKnown = (each: Named) => competences.some(({ competenceId }) => competenceId === each.competenceId);
  const all = [...competences, ...defined.filter((each) => !isKnown(each))];
  return (
    <div class="stack">
      {all.length === 0 ? (
        <p class="soft">{words.noCompetences}</p>
      ) : (
        <ManyChips
          label={words.competences}
          values={values}
          options={all.map(({ competenceId, name }) => ({ value: competenceId, label: name }))}
          onValues={onValues}
        />
      )}
      <Fold summary={words.defineCompetence}>
        <Define
          workshopId={workshopId}
          onDefined={(competence) => {
            setDefined((before) => [...before, competence]);
            onValues([...chosen.current, competence.competenceId]);
          }}
        />
      </Fold>
    </div>
  );
}

/** No form: it stands within the machine's. */
function Define({ workshopId, onDefined }: { workshopId: string; onDefined: (competence: Named) => void }) {
  const [name, setName] = useState('');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const define = async () => {
    const reply = await give({
      method: 'post',
      path: `/api/workshops/${workshopId}/competences`,
      body: { name },
      done: t.workshops.competences.defined(name),
    });
    if (!reply) return;
    setName('');
    onDefined({ competenceId: reply.id, name });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend that says its one label again
    <div
      role="group"
      aria-label={words.defineCompetence}
      class="stack"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        // Else it would send the machine off.
        event.preventDefault();
        define();
      }}
    >
      <TextField
        label={t.workshops.competences.name}
        hint={t.workshops.competences.hint}
        maxLength={80}
        value={name}
        error={mistakeAt(failure, 'name')}
        onValue={setName}
      />
      <FormFailure failure={failure} />
      <div>
        <Button busy={busy} onPress={define}>
          {t.workshops.competences.define}
        </Button>
      </div>
    </div>
  );
}
