import '../page/values.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { DesignFile } from '../../../shared/designs/content.ts';
import type { Repair } from '../../../shared/models/check/repairModel.ts';
import { DENSITIES, type Material } from '../../../shared/modules/materials.ts';
import { volumeTold } from '../../assemblies/measures.ts';
import { t } from '../../catalogue/designTexts.ts';
import { failureText } from '../../failureText.ts';
import { RequestFailed } from '../../problem.ts';
import { Button } from '../../ui/button.tsx';
import { ManyChips } from '../../ui/chips.tsx';
import { SelectField } from '../../ui/field.tsx';
import { showToast } from '../../ui/toasts.ts';
import { millimetresInWords } from '../../viewer/lengthWords.ts';
import { ModelView } from '../../viewer/modelView.tsx';
import { massInWords } from '../figures.ts';
import { FlatDrawing } from '../page/flatDrawing.tsx';
import { Noticed, UnitOf } from '../page/modelFile.tsx';
import { nameOfFile } from '../page/modelFiles.ts';
import { CheckedFile } from './checkedFile.ts';
import { partSentences } from './checkWords.ts';
import type { DraftState } from './state.ts';

const MOST_PARTS = 20;
const UNKNOWN = '';

interface ModelCheckProps {
  draft: DraftState;
  file: DesignFile;
}

/** What a model file of a draft is like: seen, measured, its faults named, and what the program can repair. */
export function ModelCheck({ draft, file }: ModelCheckProps) {
  const words = t.designModel.file;
  const name = nameOfFile(file.path);
  const checked = useMemo(() => new CheckedFile(file), [file.fileId, file.path]);
  useEffect(() => checked.begin(), [checked]);
  const { reading } = checked;
  const read = reading.read.value;
  const model = checked.model.value;
  return (
    <div class="stack model-check">
      <div role="status">
        {reading.isReading.value && <p class="soft">{words.reading(name)}</p>}
        {checked.isChecking.value && <p class="soft">{words.checking}</p>}
        {checked.hasFailed.value && <p>{words.checkFailed}</p>}
      </div>
      {reading.failure.value !== null && <p role="alert">{reading.failure.value}</p>}
      {model && <ModelView model={model} label={name} withoutList={model.nodes.length < 3} />}
      {read?.drawing && <FlatDrawing drawing={read.drawing} name={name} />}
      {read && <UnitOf read={read} onUnit={(unit) => reading.again(unit)} />}
      {read && <Noticed read={read} />}
      <Measures checked={checked} />
      <Repairs checked={checked} draft={draft} file={file} />
    </div>
  );
}

/** Size, volume and mass, and what is wrong with each part. */
function Measures({ checked }: { checked: CheckedFile }) {
  const words = t.modelChecks;
  const [material, setMaterial] = useState<Material | typeof UNKNOWN>(UNKNOWN);
  const told = checked.check.value;
  if (!told) return null;
  const { parts, box, volume, sound } = told;
  const wrong = parts.filter((part) => partSentences(part).length > 0);
  const sides =
    box && ([0, 1, 2] as const).map((axis) => millimetresInWords(box.most[axis] - box.least[axis]));
  return (
    <section class="stack">
      <h2>{words.title}</h2>
      <p>{sound ? words.sound : words.notSound(wrong.length)}</p>
      {parts.some(({ selfIntersections }) => !selfIntersections.all) && (
        <p class="soft">{words.selfIntersectionsUnknown}</p>
      )}
      <dl class="design-values">
        {sides && (
          <div>
            <dt>{words.box}</dt>
            <dd class="mono">{sides.join(' × ')}</dd>
          </div>
        )}
        {volume > 0 && (
          <div>
            <dt>{words.volume}</dt>
            <dd class="mono">{volumeTold(volume)}</dd>
          </div>
        )}
        {volume > 0 && (
          <div>
            <dt>{words.mass}</dt>
            <dd class="mono">
              {material === UNKNOWN ? (
                <span class="soft">{words.noMaterial}</span>
              ) : (
                massInWords(volume * DENSITIES[material])
              )}
            </dd>
          </div>
        )}
      </dl>
      {volume > 0 && (
        <SelectField
          label={t.workbench.add.material}
          value={material}
          options={[
            { value: UNKNOWN, label: t.workbench.add.materialUnknown },
            ...MATERIALS.map((value) => ({ value, label: t.modules.materials[value] })),
          ]}
          onValue={setMaterial}
        />
      )}
      {wrong.length > 0 && (
        <ul class="rows">
          {wrong.slice(0, MOST_PARTS).map((part) => (
            <li key={part.part}>
              <strong>{part.name}</strong>
              <ul>
                {partSentences(part).map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const MATERIALS: readonly Material[] = ['steel', 'castIron', 'aluminium', 'petg', 'plywood', 'rubber'];

/** What can be repaired, each by its name; the repaired model becomes another file, the brought one stays. */
function Repairs({ checked, draft, file }: { checked: CheckedFile } & ModelCheckProps) {
  const words = t.modelChecks;
  const [busy, setBusy] = useState(false);
  const offered = checked.offered.value;
  const [chosen, setChosen] = useState<readonly Repair[] | null>(null);
  const done = checked.done.value;
  const told = checked.check.value;
  if (!told || (told.sound && done === null && offered.length === 0)) return null;
  const wanted = (chosen ?? offered).filter((each) => offered.includes(each));
  const keep = async () => {
    setBusy(true);
    try {
      const path = await checked.keep(draft, file);
      if (path !== null) showToast(t.designModel.file.kept(path));
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      showToast(failureText(error), { tone: 'failed' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="stack">
      <h2>{words.repairTitle}</h2>
      {offered.length === 0 && !told.sound && <p>{words.repairNone}</p>}
      {offered.length > 0 && (
        <>
          <ManyChips
            label={words.repairTitle}
            values={wanted}
            options={offered.map((value) => ({ value, label: words.repairs[value] }))}
            onValues={setChosen}
          />
          <div>
            <Button
              busy={checked.isChecking.value || wanted.length === 0}
              onPress={() => checked.repair(wanted)}
            >
              {words.repair}
            </Button>
          </div>
        </>
      )}
      <div role="status">
        {done && done.length === 0 && <p>{words.nothingDone}</p>}
        {done && done.length > 0 && (
          <ul>
            {done.map(({ repair, count }) => (
              <li key={repair}>{words.done[repair](count)}</li>
            ))}
          </ul>
        )}
      </div>
      {done && done.length > 0 && (
        <>
          <p class="soft">{t.designModel.file.savedAs}</p>
          <div>
            <Button busy={busy} onPress={keep}>
              {words.keepRepaired}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
