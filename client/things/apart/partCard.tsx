import { useRef, useState } from 'preact/hooks';
import { type Grade, grade as grades } from '../../../shared/items/events.ts';
import type { TakingApart } from '../../../shared/items/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { numberTyped } from '../../designs/draft/measures.ts';
import { Button, useJustCome } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ActForm } from '../acts/actForm.tsx';
import { kilogramsIn, MassField, type Spot, shelfOf } from '../acts/fields.tsx';
import { FactOffer } from '../factOffer.tsx';
import { Tally } from '../tally.tsx';
import { type ThingCommand, useThingCommand } from '../useThingCommand.ts';
import type { Fate } from './decided.ts';

const words = t.takingApart;

interface PartCardProps {
  part: TakingApart['parts'][number];
  /** `Part 3 of 14`. */
  place: string;
  /** Where recovered parts go. */
  spot: Spot;
  onDecided: (fate: Fate) => void;
  onUndone: () => void;
  onLater: (() => void) | null;
}

/** One part, and what becomes of it: a tap for a good one, two for scrap. */
export function PartCard({ part, place, spot, onDecided, onUndone, onLater }: PartCardProps) {
  const { itemId, name, lives, partsInside, code } = part;
  const [scraps, setScraps] = useState(false);
  const hasJustCome = useJustCome(itemId);
  const fate = useRef<Fate>('recovered');
  const command = useThingCommand(
    itemId,
    (reply) => (reply ? onDecided(fate.current) : onUndone()),
    () => onDecided(fate.current),
  );
  const isBusy = command.busy || hasJustCome;
  const recover = (grade: Grade) => {
    fate.current = 'recovered';
    const where = { ...(spot.workshopId ? { workshopId: spot.workshopId } : {}), ...shelfOf(spot) };
    command.give({ to: 'take-out', body: { grade, ...where }, done: words.recovered(name) });
  };
  const consume = () => {
    fate.current = 'consumed';
    command.give({ to: 'consume', body: { infer: true }, done: words.consumedDone(name) });
  };
  return (
    <section class="apart-part" aria-label={name}>
      <div>
        <p class="soft small">{place}</p>
        <h2>
          {name} {code && <span class="mono small">{code}</span>}
        </h2>
        {lives > 1 && <Tally count={lives} word={t.things.lives.now(lives)} />}
        {partsInside > 0 && <p class="soft">{words.partsInside(partsInside)}</p>}
      </div>
      {scraps ? (
        <ScrapFields
          part={part}
          command={command}
          onBegin={() => {
            fate.current = 'scrapped';
          }}
          onBack={() => setScraps(false)}
        />
      ) : (
        <>
          <p>{words.recoverAs}</p>
          <div class="apart-choices">
            {grades.options.map((grade) => (
              <Button key={grade} busy={isBusy} onPress={() => recover(grade)}>
                {t.things.grades[grade]}
              </Button>
            ))}
          </div>
          <p>{words.orElse}</p>
          <div class="apart-choices" data-else>
            <Button busy={isBusy} onPress={consume}>
              {words.consumed}
            </Button>
            <Button busy={hasJustCome} onPress={() => setScraps(true)}>
              {words.scrap}
            </Button>
            {onLater && (
              <Button busy={hasJustCome} onPress={onLater}>
                {words.skip}
              </Button>
            )}
          </div>
          <FactOffer failure={command.failure} busy={command.busy} onTake={command.giveInferring} />
        </>
      )}
    </section>
  );
}

interface ScrapFieldsProps {
  part: TakingApart['parts'][number];
  command: ThingCommand;
  onBegin: () => void;
  onBack: () => void;
}

/** What goes to the scrap is weighed, and sorted by its material. */
function ScrapFields({ part, command, onBegin, onBack }: ScrapFieldsProps) {
  const [mass, setMass] = useState(part.massKilograms === null ? '' : numberTyped(part.massKilograms));
  const [material, setMaterial] = useState(part.material);
  const weight = kilogramsIn(mass);
  const scrap = () => {
    onBegin();
    const body = { massKilograms: weight ?? null, material: material.trim(), infer: true };
    command.give({ to: 'scrap', body, done: words.scrapped(part.name) });
  };
  return (
    <ActForm
      command={command}
      submitLabel={words.scrap}
      kind="danger"
      incomplete={weight === undefined}
      onSubmit={scrap}
    >
      <MassField label={words.mass} typed={mass} onTyped={setMass} />
      <TextField
        label={`${words.material} (${t.words.optional})`}
        maxLength={120}
        value={material}
        onValue={setMaterial}
      />
      <div>
        <Button kind="quiet" onPress={onBack}>
          {words.otherwise}
        </Button>
      </div>
    </ActForm>
  );
}
