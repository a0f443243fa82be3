import type { ComponentChildren, FunctionComponent } from 'preact';
import type { DesignView, RevisionView } from '../../shared/designs/designViews.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/designTexts.ts';
import { licenceName } from '../designs/licenceWords.ts';
import { Lead } from '../designs/page/lead.tsx';
import { Overview } from '../designs/page/overview.tsx';
import { isSection, type Section, Sections } from '../designs/page/sections.tsx';
import { type SectionProps, useDesign } from '../designs/page/useDesign.ts';
import { dayInWords, memberInWords } from '../designs/words.ts';
import { deferred } from '../frame/deferred.tsx';
import type { PageProps } from '../routes.ts';
import { type Cell, PageFrame } from '../ui/page.tsx';
import { Plate } from '../ui/plate.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.designPage;

// Whoever looks what it is waits for none of these.
const SECTIONS: Record<Section, FunctionComponent<SectionProps>> = {
  overview: Overview,
  model: deferred(async () => (await import('../designs/page/model.tsx')).DesignModel),
  story: deferred(async () => (await import('../designs/page/story.tsx')).Story),
  parts: deferred(async () => (await import('../designs/page/parts.tsx')).Parts),
  steps: deferred(async () => (await import('../designs/page/steps.tsx')).Steps),
  files: deferred(async () => (await import('../designs/page/files.tsx')).Files),
  talk: deferred(async () => (await import('../designs/page/talk.tsx')).Talk),
  lineage: deferred(async () => (await import('../designs/page/lineage.tsx')).Lineage),
  built: deferred(async () => (await import('../designs/page/built.tsx')).Built),
  used: deferred(async () => (await import('../designs/page/used.tsx')).Used),
};

const revisionFrom = (text: string | undefined) =>
  text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;

/** One design: first what it is and whether one may and can build it, then its sections. */
export function DesignPage({ params, query }: PageProps) {
  const designId = params.designId ?? '';
  const part = params.part ?? 'overview';
  const section = isSection(part) ? part : 'overview';
  const asked = revisionFrom(params.revision ?? query.revision);
  return <OneDesign key={designId} designId={designId} section={section} asked={asked} />;
}

interface OneDesignProps {
  designId: string;
  section: Section;
  asked: number | null;
}

function OneDesign({ designId, section, asked }: OneDesignProps) {
  const { design, revision } = useDesign(designId, asked);
  const [known, view] = [design.value.value, revision.value.value];
  const title = view?.summary.title ?? known?.summary.title;
  const isFirst = section === 'overview';
  const older = view && view.revision < view.latest ? view.revision : null;
  const SectionShown = SECTIONS[section];
  const said = title ?? t.designs.one;
  // A file that was withdrawn is gone from the revision too.
  const onChanged = () => {
    design.refetch();
    revision.refetch();
  };
  const props = known && view && { design: known, view, asked: older, onChanged };
  return (
    <PageFrame
      title={isFirst ? said : `${said}: ${words.sections[section]}`}
      drawnTitle={title && <Heading title={title} section={section} designId={designId} />}
      lead={isFirst && props ? <Lead {...props} /> : undefined}
      cells={isFirst && props ? cellsOf(props.design, props.view) : []}
    >
      <Shown resource={design}>
        {(shown) => (
          <>
            <Sections design={shown} current={section} asked={older} />
            {older !== null && <OlderNote view={view} />}
            <Shown resource={revision}>
              {(content) => (
                <>
                  {content.content === null && <p class="note">{words.withdrawn}</p>}
                  <SectionShown design={shown} view={content} asked={older} onChanged={onChanged} />
                </>
              )}
            </Shown>
          </>
        )}
      </Shown>
    </PageFrame>
  );
}

function Heading({ title, section, designId }: { title: string; section: Section; designId: string }) {
  if (section === 'overview') return <Plate name={title} size="large" />;
  return (
    <>
      <Plate name={title} href={addressOf.design(designId)} />
      <span class="only-heard">: {words.sections[section]}</span>
    </>
  );
}

function OlderNote({ view }: { view: RevisionView | undefined }): ComponentChildren {
  if (!view) return null;
  const { designId, revision, latest } = view;
  return (
    <p class="note" data-tone="soon">
      {words.older(revision)} <a href={addressOf.design(designId)}>{words.toNewest}</a> ·{' '}
      <a href={addressOf.compare({ designId, revision }, { designId, revision: latest })}>
        {words.parts.compare}
      </a>
    </p>
  );
}

function cellsOf(design: DesignView, view: RevisionView): Cell[] {
  const { forkedFrom, workshop } = design;
  const { summary } = view;
  const version = summary.version
    ? `${summary.version} (${words.revision(view.revision)})`
    : words.revision(view.revision);
  return [
    { label: words.cells.version, value: version },
    {
      label: words.cells.by,
      value: `${memberInWords(view.publishedBy)}, ${dayInWords(view.publishedAt)}`,
    },
    ...(workshop
      ? [
          {
            label: t.words.workshop,
            value: <a href={addressOf.workshop(workshop.workshopId)}>{workshop.name}</a>,
          },
        ]
      : []),
    ...(forkedFrom
      ? [
          {
            label: words.cells.from,
            value: (
              <a href={addressOf.revision(forkedFrom.designId, forkedFrom.revision)}>{forkedFrom.title}</a>
            ),
          },
        ]
      : []),
    ...(summary.documentationReadiness
      ? [
          {
            label: words.cells.documentation,
            value: t.draft.words.documentation[summary.documentationReadiness],
          },
        ]
      : []),
    ...otherLicences(view),
  ];
}

/** Of documentation and software, where they have one of their own. */
function otherLicences({ content, summary }: RevisionView): Cell[] {
  const { documentationLicence, softwareLicence } = t.draft.about;
  const cells = [
    { label: documentationLicence, licence: content?.documentationLicence ?? '' },
    { label: softwareLicence, licence: content?.softwareLicence ?? '' },
  ];
  return cells
    .filter(({ licence }) => licence !== '' && licence !== summary.licence)
    .map(({ label, licence }) => ({ label, value: licenceName(licence) }));
}
