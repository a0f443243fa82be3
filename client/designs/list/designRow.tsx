import './designRow.css';
import type { DesignCard } from '../../../shared/designs/catalogueViews.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { Danger } from '../danger.tsx';
import { licenceName } from '../licenceWords.ts';
import { LinePicture } from '../linePicture.tsx';

const words = t.designs.list;

/** A design in the catalogue: what it is, what one may do with it, how far it is. */
export function DesignRow({ card }: { card: DesignCard }) {
  const {
    designId,
    revision,
    summary,
    hasModel,
    workshop,
    forkedFrom,
    forks,
    safetyProblems,
    openProblems,
    lacks,
  } = card;
  const { technologyReadiness: readiness } = summary;
  const line = [
    licenceName(summary.licence),
    readiness === null ? '' : t.draft.words.technology[readiness],
    workshop?.name ?? '',
    forkedFrom ? words.forkOf(forkedFrom.title) : '',
    forks > 0 ? words.forks(forks) : '',
    openProblems > safetyProblems ? words.problems(openProblems - safetyProblems) : '',
  ];
  return (
    <li class="design-row">
      <LinePicture fileId={summary.picture} drawn={hasModel ? { designId, revision } : null} small alt="" />
      <div>
        <h2>
          <a href={addressOf.design(designId)}>{summary.title}</a>
        </h2>
        {summary.purpose && <p class="purpose">{summary.purpose}</p>}
        <p class="soft small">{line.filter(Boolean).join(' · ')}</p>
        {safetyProblems > 0 && <Danger>{words.safety(safetyProblems)}</Danger>}
        {lacks && lacks.length > 0 && (
          <p class="small">{words.lacks(t.words.and(lacks.map((kind) => t.words.kinds[kind])))}</p>
        )}
      </div>
    </li>
  );
}
