import { useState } from 'preact/hooks';
import type { Grade } from '../../../shared/items/events.ts';
import type { TakingApart } from '../../../shared/items/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { numberTyped, typedQuantity } from '../../designs/draft/measures.ts';
import { quantityInWords } from '../../designs/figures.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { FormFailure } from '../../ui/formFailure.tsx';
import { PageSection } from '../../ui/page.tsx';
import { useCommand } from '../../useCommand.ts';
import { GradeChips, type Spot, shelfOf } from '../acts/fields.tsx';
import type { Decided } from './decided.ts';

const words = t.takingApart;
type Counted = TakingApart['untracked'][number];

/** Names a counted part among the others of the thing. */
export const keyOf = ({ line, name, unit }: Counted) => `${line ?? ''} ${name} ${unit}`;

/** What is decided makes room for the next: a list of all would hide what stands below it. */
const AT_ONCE = 8;

interface CountedPartsProps {
  apart: TakingApart;
  spot: Spot;
  decided: readonly Decided[];
  onDecided: (part: Decided) => void;
  onUndone: (key: string) => void;
}

/** What went into it without becoming a thing: the good ones go onto the shelf by quantity. */
export function CountedParts({ apart, decided, ...rest }: CountedPartsProps) {
  const open = apart.untracked.filter((part) => !decided.some(({ key }) => key === keyOf(part)));
  const [most, setMost] = useState(AT_ONCE);
  if (open.length === 0) return null;
  const left = open.length - most;
  return (
    <PageSection title={words.quantities}>
      <p class="measure">{words.quantitiesLine}</p>
      <ul class="rows">
        {open.slice(0, most).map((part) => (
          <CountedPart key={keyOf(part)} apart={apart} part={part} {...rest} />
        ))}
      </ul>
      {left > 0 && (
        <Button wide onPress={() => setMost(open.length)}>
          {t.things.inside.more(left)}
        </Button>
      )}
    </PageSection>
  );
}

interface CountedPartProps extends Omit<CountedPartsProps, 'decided'> {
  part: Counted;
}

function CountedPart(props: CountedPartProps) {
  const { name, specification, quantity, unit } = props.part;
  return (
    <li class="apart-counted">
      <p>
        <strong>{name}</strong> <span class="soft">{quantityInWords(quantity, unit)}</span>
        {specification && <span class="soft small"> {specification}</span>}
      </p>
      {props.part.tracked ? <NeverWritten {...props} /> : <ToShelf {...props} />}
    </li>
  );
}

function NothingGood({ part, onDecided }: Pick<CountedPartProps, 'part' | 'onDecided'>) {
  const { name } = part;
  return (
    <Button
      kind="quiet"
      label={words.nothingGoodOf(name)}
      onPress={() => onDecided({ key: keyOf(part), itemId: null, name, fate: 'scrapped' })}
    >
      {words.nothingGood}
    </Button>
  );
}

/** A quantity that lies on the shelf then: all of it with one press, or what is good of it. */
function ToShelf({ apart, part, spot, onDecided, onUndone }: CountedPartProps) {
  const { name, specification, quantity, unit, of } = part;
  const [typed, setTyped] = useState(numberTyped(quantity));
  const [isLess, setLess] = useState(false);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const read = typedQuantity(typed, unit);
  const shelve = () =>
    read &&
    give({
      method: 'post',
      path: `/api/workshops/${spot.workshopId}/stock`,
      body: {
        description: { name, specification, unit, of, ...shelfOf(spot) },
        receive: {
          amount: { quantity: read.quantity, unit: read.unit },
          source: 'recovered',
          outOf: apart.itemId,
        },
      },
      done: words.shelved(name),
      after: (reply) =>
        reply ? onDecided({ key: keyOf(part), itemId: null, name, fate: 'shelved' }) : onUndone(keyOf(part)),
    });
  return (
    <>
      {isLess && (
        <TextField
          label={`${words.quantity} (${t.quantities.units[unit]})`}
          inputMode="decimal"
          maxLength={20}
          value={typed}
          error={read === null ? words.notQuantity : undefined}
          onValue={setTyped}
        />
      )}
      <div class="buttons">
        <Button
          label={words.toShelfOf(name)}
          busy={busy || read === null || spot.workshopId === ''}
          onPress={shelve}
        >
          {words.toShelf}
        </Button>
        {!isLess && (
          <Button kind="quiet" label={words.onlySomeOf(name)} onPress={() => setLess(true)}>
            {words.onlySome}
          </Button>
        )}
        <NothingGood part={part} onDecided={onDecided} />
      </div>
      <FormFailure failure={failure} />
    </>
  );
}

/** The parts list wanted a thing, and nobody wrote it down: it becomes one now. */
function NeverWritten({ apart, part, spot, onDecided, onUndone }: CountedPartProps) {
  const { line, name, specification, material, of } = part;
  const [grade, setGrade] = useState<Grade | null>(null);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const recover = () =>
    give({
      method: 'post',
      path: `/api/things/${apart.itemId}/recover-from`,
      body: {
        description: { name: name.slice(0, 80), specification, material, of },
        line,
        grade,
        ...(spot.workshopId ? { workshopId: spot.workshopId } : {}),
        ...shelfOf(spot),
      },
      done: words.recovered(name),
      after: (reply) =>
        reply
          ? onDecided({ key: keyOf(part), itemId: reply.id, name, fate: 'recovered' })
          : onUndone(keyOf(part)),
    });
  return (
    <>
      <GradeChips value={grade} onValue={setGrade} />
      <FormFailure failure={failure} />
      <div class="buttons">
        <Button busy={busy} onPress={recover}>
          {words.recover}
        </Button>
        <NothingGood part={part} onDecided={onDecided} />
      </div>
    </>
  );
}
