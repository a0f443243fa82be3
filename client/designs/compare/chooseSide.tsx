import type { LineageView } from '../../../shared/designs/lineageViews.ts';
import type { PinnedRevision } from '../../../shared/designs/partLines.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { SelectField } from '../../ui/field.tsx';

const words = t.lineage;

export interface Choosable {
  designId: string;
  title: string;
  latest: number;
}

interface ChooseSideProps {
  legend: string;
  of: PinnedRevision;
  choices: readonly Choosable[];
  onChoose: (of: PinnedRevision) => void;
}

/** One side of a comparison: which design of the lineage, and which revision of it. */
export function ChooseSide({ legend, of, choices, onChoose }: ChooseSideProps) {
  const latest = choices.find(({ designId }) => designId === of.designId)?.latest ?? of.revision;
  const revisions = Array.from({ length: latest }, (_, index) => latest - index);
  return (
    <fieldset class="compare-side">
      <legend>
        <strong>{legend}</strong>
      </legend>
      <div class="choices">
        {choices.length > 1 && (
          <SelectField
            label={t.designs.one}
            value={of.designId}
            options={choices.map(({ designId, title }) => ({ value: designId, label: title }))}
            onValue={(designId) => {
              const chosen = choices.find((each) => each.designId === designId);
              if (chosen) onChoose({ designId, revision: chosen.latest });
            }}
          />
        )}
        <SelectField
          label={words.revision}
          value={String(of.revision)}
          options={revisions.map((revision) => ({
            value: String(revision),
            label: revision === latest ? words.newest(revision) : String(revision),
          }))}
          onValue={(revision) => onChoose({ designId: of.designId, revision: Number(revision) })}
        />
      </div>
      <a href={addressOf.revision(of.designId, of.revision)}>{words.toRevision}</a>
    </fieldset>
  );
}

/** The designs of a lineage, and the compared ones where they are of another; those of one title told apart. */
export function choicesOf(lineage: LineageView | undefined, compared: readonly Choosable[]): Choosable[] {
  const all = new Map<string, Choosable>();
  for (const { designId, title, latest, workshop } of lineage?.designs ?? [])
    all.set(designId, { designId, latest, title: workshop ? `${title} (${workshop.name})` : title });
  for (const each of compared) if (!all.has(each.designId)) all.set(each.designId, each);
  return [...all.values()];
}
