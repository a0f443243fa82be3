import { useState } from 'preact/hooks';
import type { InstanceOf, LengthUnit } from '../../shared/assemblies/instances.ts';
import { lengthUnit } from '../../shared/assemblies/instances.ts';
import { designList } from '../../shared/designs/catalogueViews.ts';
import type { DesignFile } from '../../shared/designs/content.ts';
import { modules } from '../../shared/modules/all.ts';
import { DENSITIES } from '../../shared/modules/materials.ts';
import { t } from '../catalogue/designTexts.ts';
import { LinePicture } from '../designs/linePicture.tsx';
import { moduleName } from '../modules/words.ts';
import { useResource } from '../resource.ts';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField, TextField } from '../ui/field.tsx';

const words = t.workbench.add;
const KINDS = ['modules', 'designs', 'files'] as const;

interface AddDialogProps {
  files: readonly DesignFile[];
  onAdd: (of: InstanceOf) => void;
  onClose: () => void;
}

/** Everything that can stand in a machine: modules, designs, and model files of the draft. */
export function AddDialog({ files, onAdd, onClose }: AddDialogProps) {
  const [kind, setKind] = useState<(typeof KINDS)[number]>('modules');
  const [asked, setAsked] = useState('');
  const query = asked.trim().toLocaleLowerCase();
  return (
    <Dialog title={words.title} onClose={onClose}>
      <Chips
        label={words.what}
        quiet
        value={kind}
        options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        onValue={setKind}
      />
      <TextField label={words.search} type="search" value={asked} onValue={setAsked} />
      {kind === 'modules' && <Modules query={query} onAdd={onAdd} />}
      {kind === 'designs' && <Designs query={query} onAdd={onAdd} />}
      {kind === 'files' && <Files query={query} files={files} onAdd={onAdd} />}
    </Dialog>
  );
}

interface FoundProps {
  query: string;
  onAdd: (of: InstanceOf) => void;
}

function Modules({ query, onAdd }: FoundProps) {
  const found = modules.filter(({ id }) => `${moduleName(id)} ${id}`.toLocaleLowerCase().includes(query));
  if (found.length === 0) return <p>{words.none(query)}</p>;
  return (
    <ul class="bench-modules">
      {found.map(({ id }) => (
        <li key={id}>
          <button
            type="button"
            class="bench-module"
            aria-label={words.insert(moduleName(id))}
            onClick={() => onAdd({ kind: 'module', module: id })}
          >
            <img src={`/api/modules/${id}/drawing.svg`} alt="" width={120} height={90} loading="lazy" />
            <span>{moduleName(id)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Designs({ query, onAdd }: FoundProps) {
  const found = useResource(
    `/api/designs?limit=12${query === '' ? '' : `&q=${encodeURIComponent(query)}`}`,
    designList,
  );
  const designs = found.value.value?.designs;
  return (
    <>
      {designs?.length === 0 && <p>{query === '' ? words.noDesigns : words.none(query)}</p>}
      <ul class="rows">
        {designs?.map(({ designId, revision, summary }) => (
          <li key={designId}>
            <button
              type="button"
              class="bench-found"
              aria-label={words.insert(summary.title)}
              onClick={() => onAdd({ kind: 'design', designId, revision })}
            >
              <LinePicture fileId={summary.picture} alt="" />
              <span>{words.design(summary.title, revision)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

const MODEL_FILE = /\.(stl|3mf|glb|gltf|obj|ply|step|stp)$/i;
export const isModelFile = ({ path }: Pick<DesignFile, 'path'>): boolean => MODEL_FILE.test(path);
const NO_MATERIAL = '';

function Files({ query, files, onAdd }: FoundProps & { files: readonly DesignFile[] }) {
  const [unit, setUnit] = useState<LengthUnit>('mm');
  const [material, setMaterial] = useState<string>(NO_MATERIAL);
  const models = files.filter(isModelFile);
  const found = models.filter(({ path }) => path.toLocaleLowerCase().includes(query));
  if (models.length === 0) return <p>{words.noFiles}</p>;
  return (
    <>
      <div class="fields-2">
        <SelectField
          label={words.unit}
          value={unit}
          options={lengthUnit.options.map((value) => ({ value, label: value }))}
          onValue={setUnit}
        />
        <SelectField
          label={words.material}
          value={material}
          options={[
            { value: NO_MATERIAL, label: words.materialUnknown },
            ...Object.keys(DENSITIES).map((value) => ({ value, label: materialName(value) })),
          ]}
          onValue={setMaterial}
        />
      </div>
      {found.length === 0 && <p>{words.none(query)}</p>}
      <ul class="rows">
        {found.map(({ path }) => (
          <li key={path}>
            <Button
              wide
              label={words.insert(path)}
              onPress={() => onAdd({ kind: 'file', path, unit, material })}
            >
              {path}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

const materialName = (material: string): string => {
  const names: Record<string, string> = words.materials;
  return names[material] ?? material;
};
