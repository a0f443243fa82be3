import { useEffect, useState } from 'preact/hooks';
import { lengthUnit } from '../../shared/assemblies/instances.ts';
import type { DesignFile } from '../../shared/designs/content.ts';
import { DENSITIES } from '../../shared/modules/materials.ts';
import { t } from '../catalogue/designTexts.ts';
import { SendFiles } from '../designs/draft/sendFiles.tsx';
import type { DraftState } from '../designs/draft/state.ts';
import { Noticed, UnitOf } from '../designs/page/modelFile.tsx';
import { ReadFile } from '../designs/page/readFile.ts';
import { PageLoading } from '../frame/pageLoading.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import type { FoundProps } from './addDialog.tsx';

const words = t.workbench.add;
const MODEL_FILE = /\.(stl|3mf|glb|gltf|obj|ply|step|stp|iges|igs|brep)$/i;
const NO_MATERIAL = '';

/** Model files of the draft, and the way to bring one from this device: it is read before it stands in the machine. */
export function AddFile({ query, draft, onAdd }: FoundProps & { draft: DraftState }) {
  const [chosen, setChosen] = useState<DesignFile | null>(null);
  const models = (draft.content.value?.files ?? []).filter(({ path }) => MODEL_FILE.test(path));
  const found = models.filter(({ path }) => path.toLocaleLowerCase().includes(query));
  if (chosen) return <ChosenFile file={chosen} onAdd={onAdd} onBack={() => setChosen(null)} />;
  return (
    <>
      {models.length === 0 && <p>{words.noFiles}</p>}
      {models.length > 0 && found.length === 0 && <p>{words.none(query)}</p>}
      <ul class="rows">
        {found.map((file) => (
          <li key={file.path}>
            <Button wide label={words.insert(file.path)} onPress={() => setChosen(file)}>
              {file.path}
            </Button>
          </li>
        ))}
      </ul>
      <SendFiles draft={draft} />
    </>
  );
}

interface ChosenFileProps {
  file: DesignFile;
  onAdd: FoundProps['onAdd'];
  onBack: () => void;
}

/** What was noticed in a file; its unit, asked where it is not sure; and what it is made of. */
function ChosenFile({ file, onAdd, onBack }: ChosenFileProps) {
  const [reading] = useState(() => new ReadFile(file));
  const [material, setMaterial] = useState<string>(NO_MATERIAL);
  useEffect(() => () => reading.end(), [reading]);
  const read = reading.read.value;
  const unit = lengthUnit.safeParse(read?.unit.guessed);
  return (
    <>
      <p>
        <strong>{file.path}</strong>
      </p>
      {reading.isReading.value && <PageLoading />}
      {reading.failure.value !== null && (
        <div class="note stack" role="alert">
          <p>{reading.failure.value}</p>
          <Button onPress={() => reading.again()}>{t.words.tryAgain}</Button>
        </div>
      )}
      {read?.drawing && <p class="note">{words.flatFile}</p>}
      {read && <UnitOf read={read} onUnit={(to) => reading.again(to)} />}
      {read && !unit.success && <p class="note">{words.otherUnit}</p>}
      {read && <Noticed read={read} />}
      {read?.model && (
        <SelectField
          label={words.material}
          value={material}
          options={[
            { value: NO_MATERIAL, label: words.materialUnknown },
            ...Object.keys(DENSITIES).map((value) => ({ value, label: materialName(value) })),
          ]}
          onValue={setMaterial}
        />
      )}
      <div class="buttons">
        {read?.model && unit.success && (
          <Button
            kind="main"
            busy={reading.isReading.value}
            onPress={() => onAdd({ kind: 'file', path: file.path, unit: unit.data, material })}
          >
            {words.insert(file.path.split('/').at(-1) ?? file.path)}
          </Button>
        )}
        <Button onPress={onBack}>{words.otherFile}</Button>
      </div>
    </>
  );
}

const materialName = (material: string): string => {
  const names: Record<string, string> = words.materials;
  return names[material] ?? material;
};
