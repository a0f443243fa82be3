import type { FunctionComponent } from 'preact';
import { t } from '../../catalogue/buildTexts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { Act, ActProps } from './act.ts';
import { ModifyForm, RepairForm } from './changeForms.tsx';
import { DescribeForm } from './describeForm.tsx';
import { ConsumeForm, ScrapForm, SplitForm } from './endForms.tsx';
import { FitForm } from './fitForm.tsx';
import { IntoServiceForm } from './intoServiceForm.tsx';
import { MoveForm } from './moveForm.tsx';
import { GiveForm, LendForm, ReturnForm } from './partyForms.tsx';
import { TakeOutForm } from './takeOutForm.tsx';

const FORMS: Record<Act, FunctionComponent<ActProps>> = {
  takeOut: TakeOutForm,
  fit: FitForm,
  move: MoveForm,
  repair: RepairForm,
  lend: LendForm,
  return: ReturnForm,
  give: GiveForm,
  modify: ModifyForm,
  split: SplitForm,
  scrap: ScrapForm,
  consume: ConsumeForm,
  describe: DescribeForm,
  intoService: IntoServiceForm,
};

/** The form of one act. */
export function ActDialog({ act, thing, onDone, onClose }: ActProps & { act: Act; onClose: () => void }) {
  const Form = FORMS[act];
  return (
    <Dialog title={t.things.titles[act](thing.name)} onClose={onClose}>
      <Form thing={thing} onDone={onDone} />
    </Dialog>
  );
}
