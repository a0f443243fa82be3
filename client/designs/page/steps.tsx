import './steps.css';
import './values.css';
import type { DesignContent } from '../../../shared/designs/content.ts';
import type { DesignStep } from '../../../shared/designs/steps.ts';
import { addressOfFile } from '../../../shared/files/kinds.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { Prose } from '../../markdown/prose.tsx';
import { duration } from '../../time.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/emptyState.tsx';
import { PageSection } from '../../ui/page.tsx';
import { quantityInWords } from '../figures.ts';
import { MachineLinks } from './machineLinks.tsx';
import type { SectionProps } from './useDesign.ts';

const words = t.designPage.steps;

/** The instructions, step by step, each with what it takes. */
export function Steps({ view }: SectionProps) {
  const { content } = view;
  if (!content) return null;
  return (
    <PageSection
      title={words.title}
      action={
        <ButtonLink kind="quiet" href={addressOf.manual(view.designId, view.revision)}>
          {words.manual}
        </ButtonLink>
      }
    >
      {content.steps.length === 0 ? (
        <EmptyState text={words.none} />
      ) : (
        <>
          <p class="soft">{lengthOf(content.steps)}</p>
          <StepList content={content} />
        </>
      )}
    </PageSection>
  );
}

/** `12 steps, about 5 h`; the time only where some step says one. */
export function lengthOf(steps: readonly DesignStep[]): string {
  const minutes = steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0);
  const count = words.count(steps.length);
  return minutes > 0 ? words.whole(count, duration(Math.round(minutes))) : count;
}

export interface StepListProps {
  content: DesignContent;
  /** On paper: no links into the program, pictures at once. */
  printed?: boolean;
}

export function StepList({ content, printed = false }: StepListProps) {
  return (
    <ol class="design-steps">
      {content.steps.map((step, index) => (
        <Step key={step.id} step={step} index={index} content={content} printed={printed} />
      ))}
    </ol>
  );
}

interface StepProps extends Required<StepListProps> {
  step: DesignStep;
  index: number;
}

function Step({ step, index, content, printed }: StepProps) {
  const { title, text, tools, machines, competences, minutes, pictures, parts } = step;
  const lines = new Map(content.parts.map((line) => [line.id, line]));
  return (
    <li>
      <h3>
        <span class="soft">{words.number(index + 1)}</span> {title}
        {minutes !== null && <span class="soft small"> {duration(Math.round(minutes))}</span>}
      </h3>
      <dl class="design-values">
        {parts.length > 0 && (
          <div>
            <dt>{words.parts}</dt>
            <dd>
              {parts.map(({ line, quantity }, place) => {
                const part = lines.get(line);
                return (
                  <span key={line}>
                    {place > 0 && ', '}
                    {part
                      ? `${quantityInWords(quantity ?? part.quantity, part.unit, quantity === null ? part.written : '')} ${part.name}`
                      : words.unknownPart}
                  </span>
                );
              })}
            </dd>
          </div>
        )}
        {tools.length > 0 && (
          <div>
            <dt>{words.tools}</dt>
            <dd>{tools.join(', ')}</dd>
          </div>
        )}
        {machines.length > 0 && (
          <div>
            <dt>{words.machines}</dt>
            <dd>
              {printed ? (
                machines.map((kind) => t.words.kinds[kind]).join(', ')
              ) : (
                <MachineLinks kinds={machines} />
              )}
            </dd>
          </div>
        )}
        {competences.length > 0 && (
          <div>
            <dt>{words.competences}</dt>
            <dd>{competences.join(', ')}</dd>
          </div>
        )}
      </dl>
      {text && <Prose text={text} files={content.files} highest={4} whole={printed} />}
      {pictures.length > 0 && (
        <div class="step-pictures">
          {pictures.map((path, place) => {
            const file = content.files.find((each) => each.path === path);
            return (
              file && (
                <img
                  key={path}
                  src={addressOfFile(file.fileId)}
                  alt={file.words || words.pictureOf(title, place + 1)}
                  loading={printed ? 'eager' : 'lazy'}
                />
              )
            );
          })}
        </div>
      )}
    </li>
  );
}
