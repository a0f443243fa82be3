import './sections.css';
import { useEffect, useRef } from 'preact/hooks';
import type { DesignView } from '../../../shared/designs/designViews.ts';
import { addressOf, type DesignPart } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';

const words = t.designPage.sections;

export type Section = 'overview' | DesignPart;
export const sectionNames: readonly Section[] = [
  'overview',
  'model',
  'story',
  'parts',
  'steps',
  'files',
  'talk',
  'lineage',
  'built',
  'used',
];
export const isSection = (text: string): text is Section => sectionNames.some((name) => name === text);

export interface SectionsProps {
  design: DesignView;
  current: Section;
  /** An older revision that is shown. */
  asked: number | null;
}

/** The pages of one design, in a line that stays in sight. */
export function Sections({ design, current, asked }: SectionsProps) {
  const strip = useRef<HTMLElement>(null);
  const { designId, counts, summary } = design;
  useEffect(() => {
    const chosen = strip.current?.querySelector<HTMLElement>('[aria-current]');
    if (strip.current && chosen)
      strip.current.scrollLeft = chosen.offsetLeft - (strip.current.clientWidth - chosen.offsetWidth) / 2;
  }, [current]);
  const count: Partial<Record<Section, number>> = {
    ...(asked === null ? { parts: summary.lines, steps: summary.steps, files: summary.files } : {}),
    talk: counts.openProblems + counts.openQuestions,
    lineage: counts.openSuggestions,
    built: counts.built,
    used: counts.usedIn,
  };
  const hrefOf = (section: Section) => {
    if (section !== 'overview') return addressOf.designPart(designId, section, asked);
    return asked === null ? addressOf.design(designId) : addressOf.revision(designId, asked);
  };
  return (
    <nav class="design-sections" aria-label={words.label} ref={strip}>
      {sectionNames.map((section) => (
        <a key={section} href={hrefOf(section)} aria-current={section === current ? 'page' : undefined}>
          {words[section]}
          {count[section] ? <span class="count">{count[section]}</span> : null}
        </a>
      ))}
    </nav>
  );
}
