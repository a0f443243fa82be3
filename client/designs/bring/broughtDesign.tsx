import type { BringRemark, BringReply } from '../../../shared/designs/bringingViews.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { numberInWords } from '../../time.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Fold, PageSection } from '../../ui/page.tsx';

const words = t.draft.bringing;
/** What asks for a look stands open, first. */
const KINDS = ['lost', 'repaired', 'recognised', 'kept'] as const;
const MOST = 200;

/** One design that was found: what became of what, and the way into its draft. */
export function BroughtDesign({ draft }: { draft: BringReply['drafts'][number] }) {
  const { counts, remarks } = draft;
  const title = draft.title || t.draft.untitled;
  const told = (['parts', 'steps', 'pictures', 'files'] as const).map((kind) => ({
    kind,
    label: words.counts[kind],
    count: counts[kind],
  }));
  return (
    <PageSection
      title={title}
      action={
        <ButtonLink kind="main" href={addressOf.draft(draft.draftId)} label={words.openNamed(title)}>
          {words.open}
        </ButtonLink>
      }
    >
      <p class="soft">{draft.designId === null ? words.draftIs : words.nextRevision}</p>
      <dl class="brought-counts">
        {told.map(({ kind, label, count }) => (
          <div key={kind}>
            <dt>{label}</dt>
            <dd class="mono">{numberInWords(count)}</dd>
          </div>
        ))}
      </dl>
      <Remarks remarks={remarks} />
      {remarks.length === 0 && <p class="soft">{words.nothingSaid}</p>}
    </PageSection>
  );
}

/** What was recognised, repaired, kept as it was or left out, each with its place. */
export function Remarks({ remarks }: { remarks: readonly BringRemark[] }) {
  return (
    <>
      {KINDS.map((kind) => {
        const own = remarks.filter((remark) => remark.kind === kind);
        if (own.length === 0) return null;
        return (
          <Fold
            key={kind}
            summary={`${words.kinds[kind]} (${numberInWords(own.length)})`}
            open={kind !== 'kept' && own.length <= 30}
          >
            <ul class="rows">
              {own.slice(0, MOST).map(({ at, sentence }) => (
                <li key={`${at} ${sentence}`}>
                  {at !== '' && <span class="mono small">{at} </span>}
                  {sentence}
                </li>
              ))}
            </ul>
          </Fold>
        );
      })}
    </>
  );
}
