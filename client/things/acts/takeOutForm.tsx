import { useState } from 'preact/hooks';
import type { Grade } from '../../../shared/items/events.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { useThingCommand } from '../useThingCommand.ts';
import type { ActProps } from './act.ts';
import { ActForm } from './actForm.tsx';
import { atOf, EarlierFields, GradeChips, likelyWorkshop, NOW, SpotFields, shelfOf } from './fields.tsx';

/** It comes out of what it is in, and lies somewhere then. */
export function TakeOutForm({ thing, onDone }: ActProps) {
  const command = useThingCommand(thing.itemId, onDone);
  const [grade, setGrade] = useState<Grade | null>(null);
  const [spot, setSpot] = useState({
    workshopId: likelyWorkshop(thing.place.workshop?.workshopId),
    shelf: '',
  });
  const [earlier, setEarlier] = useState(NOW);
  return (
    <ActForm
      command={command}
      submitLabel={t.things.acts.takeOut}
      onSubmit={() =>
        command.give({
          to: 'take-out',
          body: {
            grade,
            ...(spot.workshopId ? { workshopId: spot.workshopId } : {}),
            ...shelfOf(spot),
            ...atOf(earlier, thing.timeZone),
          },
          done: t.things.done.takeOut(thing.name),
        })
      }
    >
      <GradeChips value={grade} onValue={setGrade} />
      <SpotFields spot={spot} onSpot={setSpot} />
      <EarlierFields timeZone={thing.timeZone} earlier={earlier} onEarlier={setEarlier} />
    </ActForm>
  );
}
