import { useState } from 'preact/hooks';
import type { InstanceOf } from '../../shared/assemblies/instances.ts';
import { modules } from '../../shared/modules/all.ts';
import { t } from '../catalogue/designTexts.ts';
import type { DraftState } from '../designs/draft/state.ts';
import { ModuleDrawing } from '../modules/moduleDrawing.tsx';
import { moduleName } from '../modules/words.ts';
import { Chips } from '../ui/chips.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { AddDesign } from './addDesign.tsx';
import { AddFile } from './addFile.tsx';

const words = t.workbench.add;
const KINDS = ['modules', 'designs', 'files'] as const;

interface AddDialogProps {
  draft: DraftState;
  onAdd: (of: InstanceOf) => void;
  onClose: () => void;
}

/** Everything that can stand in a machine: modules, designs, and model files of the draft. */
export function AddDialog({ draft, onAdd, onClose }: AddDialogProps) {
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
      {kind === 'designs' && <AddDesign query={query} without={draft.view.value?.designId} onAdd={onAdd} />}
      {kind === 'files' && <AddFile query={query} draft={draft} onAdd={onAdd} />}
    </Dialog>
  );
}

export interface FoundProps {
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
            <ModuleDrawing module={id} label={null} />
            <span>{moduleName(id)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
