import { type DesignCard, designList } from '../../shared/designs/catalogueViews.ts';
import { draftList } from '../../shared/designs/draftViews.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/designTexts.ts';
import { LinePicture } from '../designs/linePicture.tsx';
import { useResource } from '../resource.ts';
import { myWorkshops } from '../session.ts';
import type { FoundProps } from './addDialog.tsx';

const words = t.workbench.add;
/** So many are asked for, so that one's own are among them. */
const ASKED = 60;
const MOST_OTHERS = 12;

interface AddDesignProps extends FoundProps {
  /** The design that the draft is of: it cannot stand in itself. */
  without: string | null | undefined;
}

/** Designs that can stand in a machine: those of one's own workshops and drafts first, then the catalogue. */
export function AddDesign({ query, without, onAdd }: AddDesignProps) {
  const asked = query === '' ? '' : `&q=${encodeURIComponent(query)}`;
  const designs = useResource(`/api/designs?limit=${ASKED}${asked}`, designList).value.value?.designs;
  const drafts = useResource('/api/drafts', draftList).value.value?.drafts ?? [];
  const drafted = new Set(drafts.map(({ designId }) => designId));
  const workshops = new Set(myWorkshops.value.map(({ workshopId }) => workshopId));
  const all = (designs ?? []).filter(({ designId }) => designId !== without);
  const isOwn = ({ designId, workshop }: DesignCard) =>
    drafted.has(designId) || (workshop !== null && workshops.has(workshop.workshopId));
  const own = all.filter(isOwn);
  const others = all.filter((card) => !isOwn(card)).slice(0, MOST_OTHERS);
  const unpublished = drafts.filter(
    ({ designId, title }) => designId === null && title !== '' && title.toLocaleLowerCase().includes(query),
  );
  const isNone = designs !== undefined && all.length + unpublished.length === 0;
  return (
    <>
      {isNone && <p>{query === '' ? words.noDesigns : words.none(query)}</p>}
      <Cards title={words.own} cards={own} onAdd={onAdd} />
      {unpublished.length > 0 && (
        <section>
          <h3>{words.drafts}</h3>
          <p class="soft small">{words.draftFirst}</p>
          <ul class="rows">
            {unpublished.slice(0, MOST_OTHERS).map(({ draftId, title }) => (
              <li key={draftId}>
                <a class="bench-draft" href={addressOf.draftSection(draftId, 'publish')}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Cards title={words.others} cards={others} onAdd={onAdd} />
    </>
  );
}

interface CardsProps {
  title: string;
  cards: readonly DesignCard[];
  onAdd: FoundProps['onAdd'];
}

function Cards({ title, cards, onAdd }: CardsProps) {
  if (cards.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul class="rows">
        {cards.map(({ designId, revision, summary, hasModel }) => (
          <li key={designId}>
            <button
              type="button"
              class="bench-found"
              aria-label={words.insert(summary.title)}
              onClick={() => onAdd({ kind: 'design', designId, revision })}
            >
              <LinePicture
                fileId={summary.picture}
                drawn={hasModel ? { designId, revision } : null}
                small
                alt=""
              />
              <span>{words.design(summary.title, revision)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
