import './values.css';
import { useState } from 'preact/hooks';
import { type RevisionList, revisionList } from '../../../shared/designs/designViews.ts';
import { suggestionList } from '../../../shared/designs/talkViews.ts';
import { addressOf } from '../../addresses.ts';
import { get } from '../../api.ts';
import { t } from '../../catalogue/designTexts.ts';
import { failureText } from '../../failureText.ts';
import { RequestFailed } from '../../problem.ts';
import { useResource } from '../../resource.ts';
import { Button } from '../../ui/button.tsx';
import { PageSection } from '../../ui/page.tsx';
import { Shown } from '../../ui/shown.tsx';
import { showToast } from '../../ui/toasts.ts';
import { LineageSection } from '../lineage/lineageSection.tsx';
import { dayInWords, memberInWords } from '../words.ts';
import { Duplicates } from './duplicates.tsx';
import { Maintainers } from './maintainers.tsx';
import type { SectionProps } from './useDesign.ts';

const words = t.designPage.lineage;

/** Where it comes from, what became of it, and who made it so. */
export function Lineage({ design, view, onChanged }: SectionProps) {
  const { forkedFrom, designId, credits } = design;
  return (
    <>
      <Maintainers design={design} onChanged={onChanged} />
      <Suggestions designId={designId} />
      <LineageSection designId={designId} />
      <PageSection title={words.revisions}>
        {forkedFrom && (
          <p>
            {t.designPage.cells.from}{' '}
            <a href={addressOf.revision(forkedFrom.designId, forkedFrom.revision)}>
              {forkedFrom.title}, {t.designPage.revision(forkedFrom.revision)}
            </a>{' '}
            ·{' '}
            <a href={addressOf.compare(forkedFrom, { designId, revision: view.revision })}>
              {words.compareOrigin}
            </a>
          </p>
        )}
        <Revisions designId={designId} />
      </PageSection>
      <Duplicates design={design} onChanged={onChanged} />
      <PageSection title={words.credits}>
        <ul class="rows">
          {credits.map(({ memberId, name, roles }, index) => (
            <li key={memberId ?? `${name}-${index}`}>
              <strong>{name ?? t.words.formerMember}</strong>{' '}
              <span class="soft">{t.words.and(roles.map((role) => t.designPage.roles[role]))}</span>
            </li>
          ))}
        </ul>
      </PageSection>
    </>
  );
}

/** What forks offer to this design, those that wait first; nothing where nobody offered anything. */
function Suggestions({ designId }: { designId: string }) {
  const list = useResource(`/api/designs/${designId}/suggestions`, suggestionList, [`design-${designId}`]);
  const rows = list.value.value?.suggestions ?? [];
  if (rows.length === 0) return null;
  const order = rows.toSorted(
    (one, other) => Number(other.status === 'open') - Number(one.status === 'open'),
  );
  return (
    <PageSection title={words.suggestionsTitle}>
      <ul class="rows">
        {order.map(({ suggestionId, status, from, suggestedBy, at, message }) => (
          <li key={suggestionId}>
            <a href={addressOf.suggestion(designId, suggestionId)}>{from.title}</a>{' '}
            <strong>{words.suggestionStatus[status]}</strong>
            {message && <p>{message}</p>}
            <p class="soft small">{words.published(memberInWords(suggestedBy), dayInWords(at))}</p>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}

function Revisions({ designId }: { designId: string }) {
  const path = `/api/designs/${designId}/revisions`;
  const first = useResource(path, revisionList, [`design-${designId}`]);
  const [further, setFurther] = useState<RevisionList | null>(null);
  const [busy, setBusy] = useState(false);
  const more = async (after: string) => {
    setBusy(true);
    try {
      const page = await get(`${path}?after=${encodeURIComponent(after)}`, revisionList);
      setFurther({ revisions: [...(further?.revisions ?? []), ...page.revisions], next: page.next });
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      showToast(failureText(error), { tone: 'failed' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Shown resource={first}>
      {({ revisions, next }) => {
        const after = further ? further.next : next;
        return (
          <>
            <ol class="rows">
              {[...revisions, ...(further?.revisions ?? [])].map((row) => (
                <Revision key={row.revision} designId={designId} row={row} />
              ))}
            </ol>
            {after !== null && (
              <Button wide busy={busy} onPress={() => more(after)}>
                {t.words.more}
              </Button>
            )}
          </>
        );
      }}
    </Shown>
  );
}

function Revision({ designId, row }: { designId: string; row: RevisionList['revisions'][number] }) {
  const { revision, version, changes, publishedBy, publishedAt } = row;
  const before = { designId, revision: revision - 1 };
  return (
    <li>
      <a href={addressOf.revision(designId, revision)}>
        {t.designPage.revision(revision)}
        {version && ` (${version})`}
      </a>
      {revision > 1 && (
        <>
          {' · '}
          <a href={addressOf.compare(before, { designId, revision })}>{words.compareBefore(revision - 1)}</a>
        </>
      )}
      <p class="design-changes">{changes === null ? words.withdrawn : changes || words.noChanges}</p>
      <p class="soft small">{words.published(memberInWords(publishedBy), dayInWords(publishedAt))}</p>
    </li>
  );
}
