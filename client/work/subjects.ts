import type { BuildRow } from '../../shared/builds/views.ts';
import type { WorkSubject } from '../../shared/work/events.ts';
import type { WorkRow } from '../../shared/work/views.ts';

/** What one may have worked on, by its name. */
export interface NamedSubject {
  subject: WorkSubject;
  name: string;
}

/** A subject as one word, for lists and fields. */
export function keyOf(subject: WorkSubject): string {
  return `${subject.kind} ${idOf(subject)}`;
}

export function idOf(subject: WorkSubject): string {
  switch (subject.kind) {
    case 'build':
      return subject.buildId;
    case 'design':
      return subject.designId;
    case 'machine':
      return subject.machineId;
    case 'item':
      return subject.itemId;
    case 'workshop':
      return subject.workshopId;
  }
}

/** What is offered to choose from: the one that is asked for, open builds, what was worked on lately, workshops. */
export function subjectsFrom(
  asked: NamedSubject | null,
  builds: readonly BuildRow[],
  work: readonly WorkRow[],
  workshops: readonly { workshopId: string; name: string }[],
): NamedSubject[] {
  const all: NamedSubject[] = [
    ...(asked ? [asked] : []),
    ...builds.map(({ buildId, name }) => ({ subject: { kind: 'build' as const, buildId }, name })),
    ...work.flatMap(({ on, onName }) => (onName === null ? [] : [{ subject: on, name: onName }])),
    ...workshops.map(({ workshopId, name }) => ({
      subject: { kind: 'workshop' as const, workshopId },
      name,
    })),
  ];
  const known = new Map<string, NamedSubject>();
  for (const each of all) if (!known.has(keyOf(each.subject))) known.set(keyOf(each.subject), each);
  return [...known.values()].slice(0, 40);
}
