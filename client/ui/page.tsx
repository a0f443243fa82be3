import './page.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../catalogue/text.ts';
import { arriveAt } from '../frame/focus.ts';

export interface Cell {
  label: string;
  value: ComponentChildren;
}

export interface PageFrameProps {
  /** The page's one heading, and the browser's title. */
  title: string;
  /** Drawn instead of the words, where the title is a machine's plate. */
  drawnTitle?: ComponentChildren;
  /** Under the title, in small. */
  line?: ComponentChildren;
  /** Between the title and the cells: what the page says first. */
  lead?: ComponentChildren;
  /** Small cells of the title block. */
  cells?: readonly Cell[];
  /** Beside the title: what can be done with the whole. */
  action?: ComponentChildren;
  children: ComponentChildren;
}

/** Every page stands in this: the title block, then its parts. Takes the focus when one arrives from another page. */
export function PageFrame({ title, drawnTitle, line, lead, cells = [], action, children }: PageFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => arriveAt(heading.current), []);
  useEffect(() => {
    document.title = t.frame.title(title);
  }, [title]);
  return (
    <div class="page">
      <header class="title-block">
        <div class="title">
          <div>
            <h1 ref={heading} tabIndex={-1}>
              {drawnTitle ?? title}
            </h1>
            {line && <p class="soft">{line}</p>}
          </div>
          {action}
        </div>
        {lead && <div class="lead">{lead}</div>}
        {cells.length > 0 && (
          <dl class="cells">
            {cells.map((cell) => (
              <div class="cell" key={cell.label}>
                <dt>{cell.label}</dt>
                <dd>{cell.value}</dd>
              </div>
            ))}
          </dl>
        )}
      </header>
      {children}
    </div>
  );
}

export interface PageSectionProps {
  title: string;
  action?: ComponentChildren;
  children: ComponentChildren;
}

/** A part of a page under its own ruled heading. */
export function PageSection({ title, action, children }: PageSectionProps) {
  const heading = useId();
  return (
    <section class="page-section" aria-labelledby={heading}>
      <div class="head">
        <h2 id={heading}>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}

export interface FoldProps {
  summary: string;
  /** Whether it stands open when it comes into sight. */
  open?: boolean;
  children: ComponentChildren;
}

/** A line that opens to more: what few need, at hand for them. */
export function Fold({ summary, open, children }: FoldProps) {
  return (
    <details class="fold" open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
