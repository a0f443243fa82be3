import { useEffect, useState } from 'preact/hooks';
import type { DesignFile } from '../../../shared/designs/content.ts';
import type { ReadModel } from '../../../shared/models/read/readModel.ts';
import { LENGTH_UNITS, type LengthUnit } from '../../../shared/models/units.ts';
import { t } from '../../catalogue/designTexts.ts';
import { findingSentence } from '../../models/findingWords.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { ModelView } from '../../viewer/modelView.tsx';
import { FlatDrawing } from './flatDrawing.tsx';
import { nameOfFile } from './modelFiles.ts';
import { ReadFile } from './readFile.ts';

/** A file of the design to be looked at: a model with its tree, or a drawing; what was noticed, and its unit. */
export function ModelFile({ file }: { file: DesignFile }) {
  const words = t.designModel.file;
  const name = nameOfFile(file.path);
  const [reading, setReading] = useState<ReadFile | null>(null);
  useEffect(() => {
    const begun = new ReadFile(file);
    setReading(begun);
    return () => begun.end();
  }, [file.fileId, file.path]);
  if (!reading) return null;
  const read = reading.read.value;
  return (
    <div class="model-file">
      <div role="status">
        {reading.isReading.value && (
          <p class="soft">
            {words.reading(name)} <Button onPress={() => reading.stop()}>{words.stop}</Button>
          </p>
        )}
      </div>
      {reading.failure.value !== null && (
        <div class="note stack" role="alert">
          <p>{reading.failure.value}</p>
          <Button onPress={() => reading.again()}>{t.designModel.again}</Button>
        </div>
      )}
      {/* In another unit it is of another size: it is looked at anew. */}
      {read?.model && <ModelView key={read.unit.guessed} model={read.model} label={name} />}
      {read?.drawing && <FlatDrawing drawing={read.drawing} name={name} />}
      {read && <UnitOf read={read} onUnit={(unit) => reading.again(unit)} />}
      {read && <Noticed read={read} />}
    </div>
  );
}

interface UnitOfProps {
  read: ReadModel;
  onUnit: (unit: LengthUnit) => void;
}

/** The unit that a file's numbers were taken for, and why; asked where nobody can be sure. */
export function UnitOf({ read: { unit }, onUnit }: UnitOfProps) {
  const words = t.designModel.file;
  const why = unit.written
    ? t.modelReading.writtenIn(words.units[unit.written])
    : t.modelReading.units[unit.why];
  if (unit.sure && unit.why !== 'given')
    return (
      <p class="soft small">
        {t.modelChecks.unit}: {words.units[unit.guessed]}. {why}
      </p>
    );
  return (
    <SelectField
      label={words.unit}
      hint={unit.why === 'given' ? why : `${why} ${t.modelChecks.unitAsk}`}
      value={unit.guessed}
      options={LENGTH_UNITS.map((value) => ({ value, label: words.units[value] }))}
      onValue={onUnit}
    />
  );
}

/** What was left out or mended while reading. */
export function Noticed({ read: { findings } }: { read: ReadModel }) {
  if (findings.length === 0) return null;
  return (
    <section>
      <h2>{t.designModel.file.noticed}</h2>
      <ul>
        {findings.map((finding) => {
          const sentence = findingSentence(finding);
          return <li key={sentence}>{sentence}</li>;
        })}
      </ul>
    </section>
  );
}
