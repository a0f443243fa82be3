import { useRef, useState } from 'preact/hooks';
import type { Grade } from '../../../shared/items/events.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ActForm } from '../acts/actForm.tsx';
import { BLANK, DescriptionFields } from '../acts/descriptionFields.tsx';
import { GradeChips, kilogramsIn, type Spot, shelfOf } from '../acts/fields.tsx';
import { useThingCommand } from '../useThingCommand.ts';
import type { Decided } from './decided.ts';

const words = t.takingApart;

interface UnlistedPartProps {
  itemId: string;
  spot: Spot;
  onDecided: (part: Decided) => void;
  onUndone: (key: string) => void;
  onChanged: () => void;
}

/** "A part that nobody wrote down": it was always in there, and becomes a thing as it comes out. */
export function UnlistedPart(props: UnlistedPartProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Button onPress={() => setOpen(true)}>{words.unlisted}</Button>
      {isOpen && (
        <Dialog title={words.unlisted} onClose={() => setOpen(false)}>
          <UnlistedForm {...props} onClose={() => setOpen(false)} />
        </Dialog>
      )}
    </div>
  );
}

function UnlistedForm({
  itemId,
  spot,
  onDecided,
  onUndone,
  onChanged,
  onClose,
}: UnlistedPartProps & { onClose: () => void }) {
  const [described, setDescribed] = useState(BLANK);
  const [grade, setGrade] = useState<Grade | null>(null);
  const made = useRef('');
  const command = useThingCommand(
    itemId,
    (reply) => {
      if (reply) made.current = reply.id;
      else onUndone(made.current);
      onChanged();
    },
    // Without a signal it waits here: it has no id yet, and is listed once it is sent.
    onClose,
  );
  const mass = kilogramsIn(described.mass);
  const name = described.name.trim();
  const { mass: _typed, ...rest } = described;
  const recover = async () => {
    const reply = await command.give({
      to: 'recover-from',
      body: {
        description: { ...rest, name, massKilograms: mass ?? null },
        grade,
        ...(spot.workshopId ? { workshopId: spot.workshopId } : {}),
        ...shelfOf(spot),
      },
      done: words.recovered(name),
    });
    if (!reply) return;
    onDecided({ key: reply.id, itemId: reply.id, name, fate: 'recovered' });
    onClose();
  };
  return (
    <ActForm
      command={command}
      submitLabel={words.recover}
      incomplete={name === '' || mass === undefined}
      onSubmit={recover}
    >
      <DescriptionFields described={described} onChange={setDescribed} />
      <GradeChips value={grade} onValue={setGrade} />
    </ActForm>
  );
}
