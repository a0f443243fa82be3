import type { DraftContent } from '../../../shared/designs/content.ts';

/** The story with title and purpose, as Markdown. */
export function readmeOf({ title, purpose, story, safety }: DraftContent): string {
  // A story that came out of a README has its title already.
  const head = /^#\s/.test(story.trimStart()) ? [] : [`# ${title}`, purpose];
  return paragraphs([...head, story.trim(), safety.trim() === '' ? '' : `## Safety\n\n${safety.trim()}`]);
}

/** The steps as Markdown, with what each needs; null where there are none. */
export function manualOf({ title, steps, parts }: DraftContent): string | null {
  if (steps.length === 0) return null;
  const names = new Map(parts.map(({ id, name }) => [id, name]));
  const sections = steps.map((step, index) => {
    const used = step.parts.flatMap(({ line, quantity }) => {
      const name = names.get(line);
      return name === undefined ? [] : [`- ${quantity === null ? '' : `${quantity} × `}${name}`];
    });
    return paragraphs([
      `## ${index + 1}. ${step.title}`,
      step.minutes === null ? '' : `${step.minutes} minutes`,
      used.length === 0 ? '' : `Parts:\n\n${used.join('\n')}`,
      step.tools.length === 0 ? '' : `Tools: ${step.tools.join(', ')}`,
      step.competences.length === 0 ? '' : `What to have learnt: ${step.competences.join(', ')}`,
      step.text.trim(),
      ...step.pictures.map((path) => `![](<${path.replaceAll(/[<>]/g, '')}>)`),
    ]);
  });
  return paragraphs([`# ${title}`, ...sections]);
}

/** Which licences hold for what; the texts themselves stand where SPDX has them. */
export function licenceNoteOf({
  title,
  licence,
  documentationLicence,
  softwareLicence,
  attributions,
}: DraftContent): string {
  const people = attributions.map(({ name, role }) => `- ${name} (${role})`);
  return paragraphs([
    `${title}`,
    `Hardware, and all that has no licence of its own: ${licence}`,
    documentationLicence === '' ? '' : `Documentation: ${documentationLicence}`,
    softwareLicence === '' ? '' : `Software: ${softwareLicence}`,
    people.length === 0 ? '' : `Made by:\n${people.join('\n')}`,
    'The texts of these licences: https://spdx.org/licenses/',
  ]);
}

const paragraphs = (each: readonly string[]): string =>
  `${each
    .map((text) => text.trimEnd())
    .filter((text) => text !== '')
    .join('\n\n')}\n`;
