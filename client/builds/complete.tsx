import './builds.css';
import { useState } from 'preact/hooks';
import type { BuildThingView, BuildView } from '../../shared/builds/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { quantityInWords } from '../designs/figures.ts';
import { deferred } from '../frame/deferred.tsx';
import { AskForm } from '../ui/askForm.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { useCommand } from '../useCommand.ts';
import { bodyOfComplete, gapsOf, type Plate } from './completion.ts';

const IntoService = deferred(async () => (await import('./intoService.tsx')).IntoService);
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
      <CompleteForm build={build} onChanged={onChanged} />
    </Dialog>
  );
}

function CompleteForm({ build, onChanged }: Pick<CompleteBuildProps, 'build' | 'onChanged'>) {
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
      body: bodyOfComplete(build, plates, much > 0 ? much : null),
      done: words.completed(name),
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
  const few = (names: string[], say: (names: string, more: number) => string) =>
    names.length > 0 ? [say(t.words.and(names.slice(0, FEW)), Math.max(0, names.length - FEW))] : [];
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

/** What came of a completed build: each thing with its story, its label, and the way into service. */
export function BuiltThings({ build }: { build: BuildView }) {
  const { thingList, product, produced, workshop, forBuild, insider } = build;
  const [serving, setServing] = useState<{ itemId: string; name: string } | null>(null);
  return (
    <div class="stack">
      {forBuild && (
        <div class="buttons">
          <ButtonLink href={addressOf.build(forBuild.buildId)}>{words.onWith(forBuild.name)}</ButtonLink>
        </div>
      )}
      {thingList.length > 0 && (
        <ul class="rows made-things">
          {thingList.map(({ itemId, name, serial, code, inService }) => (
            <li key={itemId}>
              <span class="name">
                <strong>{name}</strong>
                <span class="small">
                  {serial ?? words.waiting} {code && <span class="mono">{code}</span>}
                </span>
              </span>
              <span class="buttons">
                {serial !== null && insider && !inService && (
                  <Button label={words.intoServiceOf(name)} onPress={() => setServing({ itemId, name })}>
                    {words.intoService}
                  </Button>
                )}
                {inService && (
                  <ButtonLink href={addressOf.machine(itemId)}>{t.things.openMachine}</ButtonLink>
                )}
                <ButtonLink href={addressOf.thingLabel(itemId)} label={words.labelOf(name)}>
                  {words.label}
                </ButtonLink>
                <ButtonLink href={addressOf.thing(itemId)}>{words.story}</ButtonLink>
              </span>
            </li>
          ))}
        </ul>
      )}
      {product && workshop && (
        <p>
          {words.onShelf(quantityInWords(produced ?? product.quantity, product.unit), product.name)}{' '}
          <a href={addressOf.stock(workshop.workshopId, product.materialId)}>{words.toShelf}</a>
        </p>
      )}
      {thingList.length === 0 && product === null && <p class="soft">{words.nothingMade}</p>}
      {serving && <IntoService {...serving} onClose={() => setServing(null)} />}
    </div>
  );
}
