import '../designs/print/manual.css';
import type { DesignContent } from '../../shared/designs/content.ts';
import type { DesignView, RevisionView } from '../../shared/designs/designViews.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/designTexts.ts';
import { licenceName, meaningOf } from '../designs/licenceWords.ts';
import { LinePicture } from '../designs/linePicture.tsx';
import { Sums } from '../designs/page/parts.tsx';
import { PartTable } from '../designs/page/partTable.tsx';
import { lengthOf, StepList } from '../designs/page/steps.tsx';
import { useDesign } from '../designs/page/useDesign.ts';
import { treeOf } from '../designs/partsTree.ts';
import { memberInWords } from '../designs/words.ts';
import { Prose } from '../markdown/prose.tsx';
import type { PageProps } from '../routes.ts';
import { dateOf, longDate } from '../time.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { PageFrame, PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.designPage.manual;

/** A revision on paper: what it is, its dangers, its parts, its steps, its licence and who made it. */
export function ManualPage({ params }: PageProps) {
  const revision = Number(params.revision);
  const designId = params.designId ?? '';
  const { design, revision: content } = useDesign(designId, Number.isInteger(revision) ? revision : null);
  const view = content.value.value;
  return (
    <div class="manual">
      <PageFrame
        title={view ? words.title(view.summary.title) : words.cover}
        action={
          <div class="buttons not-printed">
            <Button kind="main" onPress={() => window.print()}>
              {words.print}
            </Button>
            <ButtonLink href={addressOf.design(designId)}>{words.toDesign}</ButtonLink>
          </div>
        }
      >
        <Shown resource={design}>
          {(shown) => (
            <Shown resource={content}>
              {(read) =>
                read.content ? (
                  <Manual design={shown} view={read} content={read.content} />
                ) : (
                  <p class="note">{t.designPage.withdrawn}</p>
                )
              }
            </Shown>
          )}
        </Shown>
      </PageFrame>
    </div>
  );
}

interface ManualProps {
  design: DesignView;
  view: RevisionView;
  content: DesignContent;
}

function Manual({ design, view, content }: ManualProps) {
  const { summary } = view;
  const picture = content.files.find(({ fileId }) => fileId === summary.picture);
  return (
    <>
      <section class="cover" aria-label={words.cover}>
        {summary.picture && (
          <LinePicture fileId={summary.picture} alt={picture?.words || t.designPage.picture(summary.title)} />
        )}
        {summary.purpose && <p class="purpose">{summary.purpose}</p>}
        <p>
          {[
            summary.version,
            t.designPage.revision(view.revision),
            memberInWords(view.publishedBy),
            longDate(dateOf(view.publishedAt)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {content.steps.length > 0 && <p>{lengthOf(content.steps)}</p>}
      </section>
      {content.safety && (
        <PageSection title={t.designPage.safety}>
          <Prose text={content.safety} files={content.files} whole />
        </PageSection>
      )}
      {content.parts.length > 0 && (
        <PageSection title={words.parts}>
          <Sums view={view} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than a phone is scrolled by keys too */}
          <div class="wide-table" tabIndex={0}>
            <PartTable
              lines={treeOf(content.parts)}
              design={design}
              view={{ ...view, uses: view.uses.map((each) => ({ ...each, latest: each.revision })) }}
            />
          </div>
        </PageSection>
      )}
      {content.steps.length > 0 && (
        <PageSection title={t.designPage.steps.title}>
          <StepList content={content} printed />
        </PageSection>
      )}
      <Credits design={design} view={view} />
    </>
  );
}

function Credits({ design, view }: Pick<ManualProps, 'design' | 'view'>) {
  const { licence } = view.summary;
  const { origin } = location;
  return (
    <PageSection title={words.credits}>
      <p>
        {words.under(licenceName(licence))} {t.designs.licence.meaning[meaningOf(licence)]}
      </p>
      <ul>
        {design.credits.map(({ memberId, name, roles }, index) => (
          <li key={memberId ?? `${name}-${index}`}>
            {name ?? t.words.formerMember}: {t.words.and(roles.map((role) => t.designPage.roles[role]))}
          </li>
        ))}
      </ul>
      <p class="mono small">{words.source(`${origin}${addressOf.revision(view.designId, view.revision)}`)}</p>
    </PageSection>
  );
}
