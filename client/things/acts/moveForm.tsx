import { useState } from 'preact/hooks';
import { t } from '../../catalogue/buildTexts.ts';
import { useThingCommand } from '../useThingCommand.ts';
import type { ActProps } from './act.ts';
import { ActForm } from './actForm.tsx';
import { atOf, EarlierFields, likelyWorkshop, NOW, SpotFields, shelfOf } from './fields.tsx';

/** To another place, here or in another workshop. What is inside moves along. */
export function MoveForm({ thing, onDone }: ActProps) {
  const { workshop, shelf } = thing.place;
  const command = useThingCommand(thing.itemId, onDone);
  const [spot, setSpot] = useState({
    workshopId: workshop?.workshopId ?? likelyWorkshop(null),
    shelf: shelf ?? '',
  });
  const [earlier, setEarlier] = useState(NOW);
  const isInside = thing.place.inside.length > 0;
  return (
    <ActForm
      command={command}
      submitLabel={t.things.acts.move}
      incomplete={spot.workshopId === ''}
      onSubmit={() =>
        command.give({
          to: 'move',
          body: { workshopId: spot.workshopId, ...shelfOf(spot), ...atOf(earlier, thing.timeZone) },
          done: t.things.done.move(thing.name),
        })
      }
    >
      {isInside && <p class="soft">{t.things.forms.movesAlone}</p>}
      <SpotFields spot={spot} onSpot={setSpot} everywhere />
      <EarlierFields timeZone={thing.timeZone} earlier={earlier} onEarlier={setEarlier} />
    </ActForm>
  );
}
