import { useEffect, useMemo, useState } from 'preact/hooks';
import type { OneSide } from '../../../shared/models/compare/compareModels.ts';
import type { Model } from '../../../shared/models/model.ts';
import { volumeTold } from '../../assemblies/measures.ts';
import { t } from '../../catalogue/designTexts.ts';
import { CannotBeDone } from '../../models/done.ts';
import { refusalSentence } from '../../models/findingWords.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { SelectField } from '../../ui/field.tsx';
import { PageSection } from '../../ui/page.tsx';
import { hexOf } from '../../viewer/colours.ts';
import { ModelView } from '../../viewer/modelView.tsx';
import { viewState } from '../../viewer/viewState.ts';
import { massInWords } from '../figures.ts';
import { modelFilesOf } from '../page/modelFiles.ts';
import { type ComparedModels, ComparingModels } from './comparedModels.ts';
import { ADDED, changedParts, differenceModel, REMOVED, STAYED } from './modelDifference.ts';
import type { Sides } from './sides.ts';

const ASSEMBLY = '';
const MOST_NAMED = 40;

interface CompareModelsProps {
  sides: Sides;
  /** The newer one's. */
  title: string;
}

/** The models of two revisions, cut against each other; nothing where neither has one. */
export function CompareModels({ sides, title }: CompareModelsProps) {
  const words = t.designModel.compare;
  const [one, other] = [sides.before.content, sides.after.content];
  const comparing = useMemo(() => new ComparingModels(), []);
  useEffect(() => () => comparing.end(), [comparing]);
  const hasBoth = one.instances.length > 0 && other.instances.length > 0;
  const old = new Map(one.files.map(({ path, fileId }) => [path, fileId] as const));
  const files = modelFilesOf(other, []).filter(({ path, fileId }) => {
    const before = old.get(path);
    return before !== undefined && before !== fileId && !/\.(dxf|svg)$/i.test(path);
  });
  const options = [
    ...(hasBoth ? [{ value: ASSEMBLY, label: t.designModel.assembly }] : []),
    ...files.map(({ path }) => ({ value: path, label: path })),
  ];
  const [chosen, setChosen] = useState(options[0]?.value ?? ASSEMBLY);
  if (options.length === 0) {
    const hasOne = one.instances.length + other.instances.length > 0;
    return hasOne ? (
      <PageSection title={words.title}>
        <p class="soft">{words.onlyOne}</p>
      </PageSection>
    ) : null;
  }
  const compared = comparing.compared.value;
  const failure = comparing.failure.value;
  return (
    <PageSection title={words.title}>
      {options.length > 1 && (
        <SelectField label={words.what} value={chosen} options={options} onValue={setChosen} />
      )}
      <div class="buttons">
        <Button
          busy={comparing.isWorking.value}
          onPress={() => comparing.compare(one, other, chosen === ASSEMBLY ? null : chosen)}
        >
          {words.look}
        </Button>
      </div>
      <div role="status">{comparing.isWorking.value && <p class="soft">{words.working}</p>}</div>
      {failure !== null && <p role="alert">{whyNot(failure)}</p>}
      {compared && <Difference compared={compared} title={title} />}
    </PageSection>
  );
}

function whyNot(kind: string): string {
  const notMade: Readonly<Record<string, string>> = t.designModel.failed;
  return notMade[kind] ?? refusalSentence(new CannotBeDone(kind));
}

type Seen = 'changes' | 'before' | 'after';

function Difference({ compared, title }: { compared: ComparedModels; title: string }) {
  const words = t.designModel.compare;
  const said = t.modelChecks.compare;
  const { before, after, comparison } = compared;
  const [seen, setSeen] = useState<Seen>('changes');
  const state = useMemo(viewState, [compared]);
  const difference = useMemo(() => differenceModel(after, comparison, title), [compared, title]);
  const shown: Record<Seen, Model> = { changes: difference, before, after };
  useEffect(() => {
    state.ghosted.value = seen === 'changes' ? [STAYED] : [];
  }, [seen, state]);
  const { added, removed, gaveUp, notSolid, same, counts } = comparison;
  const isSame = gaveUp === null && notSolid.length === 0 && added.volume + removed.volume === 0;
  const legend = [
    ...(added.volume > 0 ? [{ name: words.addedParts, colour: ADDED }] : []),
    ...(removed.volume > 0 ? [{ name: words.removedParts, colour: REMOVED }] : []),
  ];
  const sides = [
    { key: 'old', label: words.before, of: counts.old },
    { key: 'new', label: words.after, of: counts.new },
  ];
  return (
    <>
      {isSame && <p>{said.nothing}</p>}
      <Chips
        label={t.designModel.what}
        value={seen}
        options={[
          { value: 'changes', label: words.whole(title) },
          { value: 'before', label: words.before },
          { value: 'after', label: words.after },
        ]}
        onValue={setSeen}
      />
      <ModelView
        model={shown[seen]}
        label={words.whole(title)}
        state={state}
        withoutList
        told={seen === 'changes' ? legend : []}
      />
      {gaveUp && <p class="note">{gaveUp === 'tooLarge' ? said.tooLarge : said.outOfTime}</p>}
      <ChangedOnSide
        side={added}
        colour={ADDED}
        told={words.added}
        plainly={words.addedVolume}
        title={words.addedParts}
      />
      <ChangedOnSide
        side={removed}
        colour={REMOVED}
        told={words.removed}
        plainly={words.removedVolume}
        title={words.removedParts}
      />
      {same > 0 && <p class="soft">{said.same(same)}</p>}
      {notSolid.length > 0 && (
        <ul>
          {notSolid.slice(0, MOST_NAMED).map(({ name, times, side }) => (
            <li key={`${side} ${name}`}>{said.notSolid(name, times)}</li>
          ))}
        </ul>
      )}
      <p class="soft small">
        {sides
          .map(
            ({ label, of }) =>
              `${label}: ${words.pieces(String(of.occurrences))}, ${words.triangles(String(of.triangles))}`,
          )
          .join(' · ')}
      </p>
    </>
  );
}

interface ChangedOnSideProps {
  side: OneSide;
  colour: typeof ADDED | typeof REMOVED;
  told: (volume: string, mass: string) => string;
  plainly: (volume: string) => string;
  title: string;
}

/** How much came or went, in its colour and in words, and of which parts. */
function ChangedOnSide({ side, colour, told, plainly, title }: ChangedOnSideProps) {
  if (side.volume === 0) return null;
  const volume = volumeTold(side.volume);
  const parts = changedParts(side);
  return (
    <section class="changed-volume">
      <p>
        <span class="swatch" aria-hidden="true" style={{ background: hexOf(colour) }} />{' '}
        <strong>{side.mass > 0 ? told(volume, massInWords(side.mass)) : plainly(volume)}</strong>
        {side.withoutMaterial > 0 && <span class="soft small"> {t.modelChecks.compare.withoutMaterial}</span>}
      </p>
      <ul class="rows" aria-label={title}>
        {parts.slice(0, MOST_NAMED).map(({ name, times, volume: own, mass }) => (
          <li key={name}>
            {times > 1 && `${t.quantities.pieces(String(times))} `}
            {name}{' '}
            <span class="soft mono small">
              {[volumeTold(own), mass === null ? '' : massInWords(mass)].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
