import './values.css';
import type { DesignContent } from '../../../shared/designs/content.ts';
import type { DesignInterface } from '../../../shared/designs/interfaces.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { locale } from '../../catalogue/text.ts';
import { Prose } from '../../markdown/prose.tsx';
import { PageSection } from '../../ui/page.tsx';
import { measuresOf, sizeOf } from '../words.ts';
import { Contradictions } from './contradictions.tsx';
import { Takes } from './lacks.tsx';
import type { SectionProps } from './useDesign.ts';

const words = t.designPage;

/** The first page of a design, below what one sees at a glance. */
export function Overview({ design, view }: SectionProps) {
  const { content } = view;
  return (
    <>
      {design.duplicates.length > 0 && (
        <p class="note">
          {words.duplicateOf}{' '}
          {design.duplicates.map(({ designId, title }, index) => (
            <span key={designId}>
              {index > 0 && ', '}
              <a href={addressOf.design(designId)}>{title}</a>
            </span>
          ))}
        </p>
      )}
      <Takes designId={design.designId} needed={content ? kindsNeeded(content) : []} />
      <Contradictions contradictions={view.contradictions} />
      {content && <Content content={content} />}
    </>
  );
}

/** Kinds of machine that its steps and its parts name. */
export const kindsNeeded = ({ steps, parts }: Pick<DesignContent, 'steps' | 'parts'>) => [
  ...new Set([
    ...steps.flatMap(({ machines }) => machines),
    ...parts.flatMap(({ machines, source }) => (source === 'make' ? machines : [])),
  ]),
];

function Content({ content }: { content: DesignContent }) {
  const { safety, parameters, interfaces, relations, tags, links, files, category, language } = content;
  const elsewhere = (['repository', 'documentation', 'project'] as const).filter((name) =>
    /^https?:\/\//.test(links[name]),
  );
  return (
    <>
      {safety && (
        <PageSection title={words.safety}>
          <Prose text={safety} files={files} />
        </PageSection>
      )}
      {interfaces.length > 0 && (
        <PageSection title={words.interfaces}>
          <ul class="rows">
            {interfaces.map((face) => (
              <Interface key={face.id} face={face} />
            ))}
          </ul>
        </PageSection>
      )}
      {parameters.length > 0 && (
        <PageSection title={words.parameters}>
          <dl class="design-values">
            {parameters.map(({ id, name, value, unit }) => (
              <div key={id}>
                <dt>{name}</dt>
                <dd class="mono">{[value, unit].filter(Boolean).join(' ')}</dd>
              </div>
            ))}
          </dl>
        </PageSection>
      )}
      {relations.length > 0 && <Relations relations={relations} />}
      <PageSection title={words.tags}>
        <p class="design-tags">
          <a href={addressOf.designsWith({ category })}>{t.draft.words.categories[category]}</a>
          {tags.map((tag) => (
            <a key={tag} href={addressOf.designsWith({ tag })}>
              {tag}
            </a>
          ))}
        </p>
        <p class="soft">{words.writtenIn(nameOfLanguage(language))}</p>
      </PageSection>
      {elsewhere.length > 0 && (
        <PageSection title={words.links}>
          <ul class="rows">
            {elsewhere.map((name) => (
              <li key={name}>
                <a href={links[name]} target="_blank" rel="noopener noreferrer nofollow">
                  {words.linkNames[name]}
                </a>{' '}
                <span class="soft small">{links[name]}</span>
              </li>
            ))}
          </ul>
        </PageSection>
      )}
    </>
  );
}

function Interface({ face }: { face: DesignInterface }) {
  const offers = face.side === 'offers';
  const size = sizeOf(face);
  const mates = { interface: face.kind, side: offers ? 'needs' : 'offers', ...(size ? { size } : {}) };
  const line = words.interfaceLine(t.quantities.interfaces[face.kind], measuresOf(face), offers);
  return (
    <li>
      {face.name && <strong>{face.name}: </strong>}
      {line}{' '}
      <a href={addressOf.designsWith(mates)} aria-label={`${words.findMates}: ${face.name || line}`}>
        {words.findMates}
      </a>
    </li>
  );
}

function Relations({ relations }: Pick<DesignContent, 'relations'>) {
  const kinds = (['madeFrom', 'uses', 'enables'] as const).filter((kind) =>
    relations.some((each) => each.kind === kind),
  );
  return (
    <PageSection title={words.relations.title}>
      <dl class="design-values">
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>{words.relations[kind]}</dt>
            <dd>
              {relations
                .filter((each) => each.kind === kind)
                .map(({ id, what, design }, index) => (
                  <span key={id}>
                    {index > 0 && ', '}
                    {design ? <a href={addressOf.design(design)}>{what}</a> : what}
                  </span>
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </PageSection>
  );
}

/** `English`, in the reader's own language; the code itself where the browser knows no name. */
const nameOfLanguage = (code: string): string => {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
};
