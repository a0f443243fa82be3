import type { OutageKind } from '../bookings/events.ts';
import type { Objection } from '../bookings/rules.ts';

/** What a member is to a machine that somebody locked as unsafe. */
export interface Standing {
  /** Ids of the competences that the machine asks for. */
  required: readonly string[];
  /** Whether the member holds one now. */
  holds(competenceId: string): boolean;
  /** Ids of the competences that they train. */
  teaches: readonly string[];
  isSteward: boolean;
}

/**
 * Whether somebody may say that a machine is safe again: who holds all that it asks for, or trains one of it; a steward
 * where it asks for nothing.
 */
export function isCompetentOn({ required, holds, teaches, isSteward }: Standing): boolean {
  if (required.length === 0) return isSteward;
  return required.every(holds) || required.some((competenceId) => teaches.includes(competenceId));
}

/** Whoever returns what somebody locked as unsafe is competent, and says what they found. */
export function againstUnlocking(
  ended: readonly { kind: OutageKind }[],
  noteId: string | null,
  isCompetent: boolean,
): Objection[] {
  if (!ended.some(({ kind }) => kind === 'unsafe')) return [];
  return [
    ...(isCompetent
      ? []
      : [
          {
            rule: 'competence',
            message: 'It was locked as unsafe: only somebody competent on it can return it to service.',
          },
        ]),
    ...(noteId === null
      ? [
          {
            rule: 'note',
            message: 'It was locked as unsafe: write down what you found before it runs again.',
          },
        ]
      : []),
  ];
}
