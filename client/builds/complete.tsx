import './builds.css';
import { useState } from 'preact/hooks';
import type { BuildThingView, BuildView } from '../../shared/builds/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { online } from '../connection.ts';
import { quantityInWords } from '../designs/figures.ts';
import { keptAs } from '../offline/keptAs.ts';
import { nowThere } from '../serverClock.ts';
import { AskForm } from '../ui/askForm.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { useCommand } from '../useCommand.ts';
import { BuiltThings } from './builtThings.tsx';
import { bodyOfComplete, gapsOf, type Plate } from './completion.ts';

const words = t.buildEnd;
const FEW = 3;

export interface CompleteBuildProps {
  build: BuildView;
  onClose: () => void;
  /** Read the build again: it has ended, or was opened again. */
  onChanged: () => void;
}

/** Ends a build: what was made and its numbers, what has not been told; afterwards the things with their labels. */
export function CompleteBuild({ build, onClose, onChanged }: CompleteBuildProps) {
  if (build.status === 'completed')
    return (
      <Dialog title={words.after} onClose={onClose}>
        <BuiltThings build={build} />
      </Dialog>
    );
  return (
    <Dialog title={words.completeTitle(build.name)} onClose={onClose}>
      <CompleteForm build={build} onChanged={onChanged} onClose={onClose} />
    </Dialog>
  );
}

function CompleteForm({ build, onChanged, onClose }: CompleteBuildProps) {
  const { buildId, name, thingList, product } = build;
  const [plates, setPlates] = useState<ReadonlyMap<string, Plate>>(new Map());
  const [produced, setProduced] = useState(product ? String(product.quantity) : '');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const plateOf = ({ itemId, name: called, serial }: BuildThingView): Plate =>
    plates.get(itemId) ?? { name: called, serial: serial ?? '' };
  const isOne = thingList.length === 1;
  const much = Number(produced);
  const submit = () =>
    give({
      method: 'post',
      path: `/api/builds/${buildId}/complete`,
      body: {
        ...bodyOfComplete(build, plates, much > 0 ? much : null),
        // Sent later, it was still done now.
        ...(online.value ? {} : { at: new Date(nowThere()).toISOString() }),
      },
      done: words.completed(name),
      keepAs: keptAs(words.completed(name)),
      kept: onClose,
      after: onChanged,
    });
  return (
    <AskForm submitLabel={words.go} kind="main" busy={busy} failure={failure} onSubmit={submit}>
      {thingList.map((thing, index) => {
        const plate = plateOf(thing);
        const write = (change: Partial<Plate>) =>
          setPlates(new Map(plates).set(thing.itemId, { ...plate, ...change }));
        return (
          <div class="fields-2" key={thing.itemId}>
            <TextField
              label={isOne ? words.name : words.nameOf(index + 1, thingList.length)}
              required
              maxLength={80}
              value={plate.name}
              onValue={(value) => write({ name: value })}
            />
            <TextField
              label={isOne ? words.serial : words.serialOf(index + 1, thingList.length)}
              hint={words.serialHint}
              maxLength={80}
              value={plate.serial}
              onValue={(value) => write({ serial: value })}
            />
          </div>
        );
      })}
      {product && (
        <TextField
          label={
            product.unit === 'piece' ? words.producedPieces : words.produced(t.quantities.units[product.unit])
          }
          hint={words.planned(`${quantityInWords(product.quantity, product.unit)} ${product.name}`)}
          type="number"
          min={0}
          step="any"
          inputMode="decimal"
          value={produced}
          onValue={setProduced}
        />
      )}
      {thingList.length === 0 && product === null && <p class="soft">{words.nothingMade}</p>}
      <NotTold build={build} />
    </AskForm>
  );
}

/** Gaps, told and never held against anybody. */
function NotTold({ build }: { build: BuildView }) {
  const { steps, lines, untested, failedTests, running } = gapsOf(build);
  const { known, all } = build.coverage.lines;
  const few = (names: string[], say: (names: string) => string) => {
    const more = names.length - FEW;
    const told = more > 0 ? [...names.slice(0, FEW), words.andMore(more)] : names;
    return told.length > 0 ? [say(t.words.and(told))] : [];
  };
  const told = [
    ...few(steps, words.steps),
    ...few(lines, words.lines),
    ...(untested ? [words.noTests] : []),
    ...(failedTests.length > 0 ? [words.failed(t.words.and(failedTests))] : []),
    ...(running.length > 0 ? [words.running(t.words.and(running))] : []),
    ...(all > 0 && known < all ? [words.coverage(`${Math.floor((100 * known) / all)} %`)] : []),
  ];
  if (told.length === 0) return <p>{words.nothingOpen}</p>;
  return (
    <div class="note" data-tone="soon">
      <p>{words.stillOpen}</p>
      <ul>
        {told.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </div>
  );
}
