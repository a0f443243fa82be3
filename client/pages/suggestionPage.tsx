import { useMemo } from 'preact/hooks';
import { designView } from '../../shared/designs/designViews.ts';
import { type SuggestionView, suggestionView } from '../../shared/designs/talkViews.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/designTexts.ts';
import { useSide } from '../designs/compare/useSides.ts';
import { toldChanges } from '../designs/draft/changeWords.ts';
import { Answers } from '../designs/suggest/answers.tsx';
import { ChangeRows } from '../designs/suggest/changeRows.tsx';
import { Decide } from '../designs/suggest/decide.tsx';
import { dayInWords, memberInWords } from '../designs/words.ts';
import { PageLoading } from '../frame/pageLoading.tsx';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { type Cell, PageFrame, PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.lineage;

/** What a fork offers to a design: each change by itself, and what became of it. */
export function SuggestionPage({ params }: PageProps) {
  const { designId = '', suggestionId = '' } = params;
  const path = `/api/designs/${designId}/suggestions/${suggestionId}`;
  const suggestion = useResource(path, suggestionView, [`design-${designId}`]);
  const view = suggestion.value.value;
  return (
    <PageFrame
      title={view ? words.suggestionFrom(view.from.title) : words.suggestion}
      cells={view ? cellsOf(view) : []}
    >
      <Shown resource={suggestion}>
        {(shown) => <Suggestion designId={designId} view={shown} onDecided={() => suggestion.refetch()} />}
      </Shown>
    </PageFrame>
  );
}

function cellsOf({ status, from, base, suggestedBy, at }: SuggestionView): Cell[] {
  return [
    { label: words.state, value: <strong>{words.status[status]}</strong> },
    {
      label: words.from,
      value: (
        <a href={addressOf.revision(from.designId, from.revision)}>
          {t.designPage.parts.design(from.title, from.revision)}
        </a>
      ),
    },
    {
      label: words.since,
      value: (
        <a href={addressOf.revision(base.designId, base.revision)}>{t.designPage.revision(base.revision)}</a>
      ),
    },
    { label: words.by, value: `${memberInWords(suggestedBy)}, ${dayInWords(at)}` },
  ];
}

interface SuggestionProps {
  designId: string;
  view: SuggestionView;
  onDecided: () => void;
}

function Suggestion({ designId, view, onDecided }: SuggestionProps) {
  const { base, from, onto, message, changes, status } = view;
  const [before, after] = [useSide(base), useSide(from)];
  const ours = useSide({ designId, revision: onto });
  const sides = useMemo(
    () => (before.side && after.side ? { before: before.side, after: after.side } : undefined),
    [before.side, after.side],
  );
  const fork = after.view?.content;
  const isDecided = status === 'adopted' || status === 'partlyAdopted';
  return (
    <>
      <div class="stack">
        <Design designId={designId} />
        {message && <p class="suggestion-message">{message}</p>}
        <Outcome designId={designId} view={view} />
      </div>
      {sides && ours.side && fork ? (
        <>
          <h2>{words.offers(toldChanges(changes).length)}</h2>
          {status === 'open' && view.mayAdopt ? (
            <Decide
              // What was chosen is about what stood there: where the design went on, one begins anew.
              key={`${view.entityRevision}-${onto}`}
              designId={designId}
              view={view}
              sides={sides}
              ours={ours.side}
              fork={fork}
              onDecided={onDecided}
            />
          ) : (
            <ChangeRows
              changes={changes}
              sides={sides}
              conflicts={status === 'open' ? view.conflicts : []}
              ours={ours.side}
              choosing={null}
              taken={isDecided ? new Set(view.taken) : null}
            />
          )}
        </>
      ) : (
        <PageLoading />
      )}
      <Answers designId={designId} view={view} onDecided={onDecided} />
    </>
  );
}

function Design({ designId }: { designId: string }) {
  const design = useResource(`/api/designs/${designId}`, designView);
  const title = design.value.value?.summary.title;
  if (title === undefined) return null;
  return (
    <p>
      <a href={addressOf.design(designId)}>{words.toDesign(title)}</a>
    </p>
  );
}

/** What became of it, and who is named for it. */
function Outcome({ designId, view }: { designId: string; view: SuggestionView }) {
  const { status, reason, inRevision, hindrance, from } = view;
  if (status === 'open') {
    return hindrance === null ? null : (
      <p class="note" data-tone="danger">
        {hindrance}
      </p>
    );
  }
  if (status === 'declined') return reason === null ? null : <p class="note">{words.reasonWas(reason)}</p>;
  if (inRevision === null) return null;
  return (
    <>
      <p>
        <a href={addressOf.revision(designId, inRevision)}>{words.adoptedIn(inRevision)}</a>
        {inRevision > 1 && (
          <>
            {' · '}
            <a
              href={addressOf.compare(
                { designId, revision: inRevision - 1 },
                { designId, revision: inRevision },
              )}
            >
              {words.compareAdopted(inRevision)}
            </a>
          </>
        )}
      </p>
      <Credits designId={designId} fork={from.designId} />
    </>
  );
}

function Credits({ designId, fork }: { designId: string; fork: string }) {
  const design = useResource(`/api/designs/${designId}`, designView, [`design-${designId}`]);
  const named = (design.value.value?.credits ?? []).filter(
    ({ roles, designs }) =>
      (roles.includes('suggested') && designs.includes(fork)) ||
      (roles.includes('adopted') && designs.includes(designId)),
  );
  if (named.length === 0) return null;
  return (
    <PageSection title={words.credit}>
      <ul>
        {named.map((credit) => (
          <li key={credit.memberId ?? credit.name}>
            <strong>{memberInWords(credit)}</strong>{' '}
            <span class="soft">{t.words.and(credit.roles.map((role) => t.designPage.roles[role]))}</span>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
