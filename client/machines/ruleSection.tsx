import { useState } from 'preact/hooks';
import { DEFAULTS_OF_KINDS } from '../../shared/machines/kinds.ts';
import type { MachineView } from '../../shared/machines/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { PageSection } from '../ui/page.tsx';
import { useCommand } from '../useCommand.ts';
import { RuleEditor } from './ruleEditor.tsx';
import { RuleList } from './ruleList.tsx';

interface RuleSectionProps {
  machine: MachineView;
  /** Something changed: read the machine again. */
  onChanged: () => void;
}

/** What a machine asks of people, and its change by those who may. */
export function RuleSection({ machine, onChanged }: RuleSectionProps) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const change = machine.allowedActions.includes('machine.setRules') && (
    <Button onPress={() => setOpen(true)}>{t.rules.change}</Button>
  );
  return (
    <PageSection title={t.rules.title} action={change}>
      <RuleList rules={machine.rules} />
      {open && (
        <Dialog title={t.rules.changeTitle(machine.name)} onClose={close}>
          <RuleForm machine={machine} onChanged={onChanged} onDone={close} />
        </Dialog>
      )}
    </PageSection>
  );
}

function RuleForm({ machine, onChanged, onDone }: RuleSectionProps & { onDone: () => void }) {
  const [rules, setRules] = useState(machine.rules);
  const [taken, setTaken] = useState(0);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const save = async () => {
    const reply = await give({
      method: 'put',
      path: `/api/machines/${machine.machineId}/rules`,
      body: rules,
      ifMatch: machine.revision,
      done: t.rules.saved(machine.name),
      after: onChanged,
    });
    if (reply) onDone();
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p>{t.rules.changeLine}</p>
      <RuleEditor key={taken} rules={rules} onRules={setRules} />
      <FormFailure failure={failure} />
      <div class="buttons">
        <Button kind="main" type="submit" busy={busy}>
          {t.words.save}
        </Button>
        <Button
          kind="quiet"
          onPress={() => {
            setRules(DEFAULTS_OF_KINDS[machine.kind].rules);
            // An open editor begins anew with them.
            setTaken(taken + 1);
          }}
        >
          {t.rules.ofKind}
        </Button>
      </div>
    </form>
  );
}
