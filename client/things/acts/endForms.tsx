import { useState } from 'preact/hooks';
import { t } from '../../catalogue/buildTexts.ts';
import { massInWords } from '../../designs/figures.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { useThingCommand } from '../useThingCommand.ts';
import type { ActProps } from './act.ts';
import { ActForm } from './actForm.tsx';
import { atOf, EarlierFields, kilogramsIn, MassField, NOW } from './fields.tsx';

const words = t.things;

/** It goes to the scrap, by weight and material. */
export function ScrapForm({ thing, onDone }: ActProps) {
  const command = useThingCommand(thing.itemId, onDone);
  const { massKilograms, material: known } = thing.description;
  const [mass, setMass] = useState(massKilograms === null ? '' : String(massKilograms));
  const [material, setMaterial] = useState(known);
  const [reason, setReason] = useState('');
  const [earlier, setEarlier] = useState(NOW);
  const weight = kilogramsIn(mass);
  return (
    <ActForm
      command={command}
      submitLabel={words.acts.scrap}
      kind="danger"
      incomplete={weight === undefined}
      onSubmit={() =>
        command.give({
          to: 'scrap',
          body: {
            massKilograms: weight ?? null,
            material: material.trim(),
            ...(reason.trim() ? { reason: reason.trim() } : {}),
            ...atOf(earlier, thing.timeZone),
          },
          done: words.done.scrap(thing.name),
        })
      }
    >
      {thing.contents.length > 0 && <p>{words.forms.apartFirst(thing.contents.length)}</p>}
      <div class="fields-2">
        <MassField typed={mass} onTyped={setMass} />
        <TextField
          label={`${words.forms.material} (${t.words.optional})`}
          maxLength={120}
          value={material}
          onValue={setMaterial}
        />
      </div>
      <TextArea label={`${words.forms.reason} (${t.words.optional})`} value={reason} onValue={setReason} />
      <EarlierFields timeZone={thing.timeZone} earlier={earlier} onEarlier={setEarlier} />
    </ActForm>
  );
}

/** It is used up, and nothing any more. */
export function ConsumeForm({ thing, onDone }: ActProps) {
  const command = useThingCommand(thing.itemId, onDone);
  const [earlier, setEarlier] = useState(NOW);
  return (
    <ActForm
      command={command}
      submitLabel={words.acts.consume}
      kind="danger"
      onSubmit={() =>
        command.give({
          to: 'consume',
          body: atOf(earlier, thing.timeZone),
          done: words.done.consume(thing.name),
        })
      }
    >
      <p>{words.forms.consumeText}</p>
      <EarlierFields timeZone={thing.timeZone} earlier={earlier} onEarlier={setEarlier} />
    </ActForm>
  );
}

interface TypedPiece {
  name: string;
  mass: string;
}

/** It becomes several things; what is left of it is one of them. */
export function SplitForm({ thing, onDone }: ActProps) {
  const command = useThingCommand(thing.itemId, onDone);
  const blank = (number: number): TypedPiece => ({
    name: words.forms.pieceName(thing.name, number),
    mass: '',
  });
  const [pieces, setPieces] = useState<TypedPiece[]>([blank(1), blank(2)]);
  const change = (index: number, part: Partial<TypedPiece>) =>
    setPieces(pieces.map((piece, at) => (at === index ? { ...piece, ...part } : piece)));
  const { of, massKilograms, sizes, interfaces, ...shared } = thing.description;
  const described = pieces.map(({ name, mass }) => ({
    ...shared,
    name: name.trim(),
    massKilograms: kilogramsIn(mass) ?? null,
  }));
  const isWhole = pieces.every(({ name, mass }) => name.trim() !== '' && kilogramsIn(mass) !== undefined);
  return (
    <ActForm
      command={command}
      submitLabel={words.acts.split}
      incomplete={!isWhole}
      onSubmit={() =>
        command.give({
          to: 'split',
          body: { pieces: described },
          done: words.done.split(thing.name, pieces.length),
        })
      }
    >
      {massKilograms !== null && <p class="soft">{words.forms.allOfIt(massInWords(massKilograms))}</p>}
      {pieces.map(({ name, mass }, index) => (
        <fieldset class="lines" key={`${index} of ${pieces.length}`}>
          <legend>{words.forms.piece(index + 1)}</legend>
          <TextField
            label={words.forms.name}
            required
            maxLength={80}
            value={name}
            onValue={(typed) => change(index, { name: typed })}
          />
          <MassField typed={mass} onTyped={(typed) => change(index, { mass: typed })} />
          {pieces.length > 1 && (
            <Button
              kind="quiet"
              label={words.forms.removePiece(index + 1)}
              onPress={() => setPieces(pieces.filter((_, at) => at !== index))}
            >
              {words.photographs.remove}
            </Button>
          )}
        </fieldset>
      ))}
      {pieces.length < 100 && (
        <div>
          <Button onPress={() => setPieces([...pieces, blank(pieces.length + 1)])}>
            {words.forms.addPiece}
          </Button>
        </div>
      )}
    </ActForm>
  );
}
