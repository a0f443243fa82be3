import { z } from 'zod';
import { type MembershipKind, membershipKind } from '../../shared/roles.ts';
import { memberCommands } from '../members/commands.ts';
import { competencesOf, standingOf } from '../members/queries.ts';
import { appointmentsOf } from '../workshops/queries.ts';
import { type Cell, endOfDayIn, nameIn } from './cells.ts';
import { competencesIn, type Importing, unknownCompetence } from './importing.ts';
import { type PlannedRow, Reading, standingAgainst } from './planned.ts';
import { folded, type TableRow } from './readTable.ts';

/** Accounts, as far as an import makes some. */
export interface AccountsForImport {
  /** Ends the addresses that stand in where somebody has none. */
  noMailDomain: string;
  byEmail(email: string): Promise<string | null>;
  /** An account that nobody can sign in to yet; null where the address was taken meanwhile. */
  create(account: { email: string; displayName: string; password: null }): Promise<string | null>;
  /** Writes to a new account how it comes to a password. */
  welcome(memberId: string): Promise<void>;
}

const emailCell = z.email().max(254).toLowerCase();

/** A row that makes an account where there is none, lets its person in, and confirms what they can do. */
export async function memberRow(
  importing: Importing & { accounts: AccountsForImport; invite: boolean },
  { line, cells }: TableRow,
): Promise<PlannedRow> {
  const { views, workshop, commands, actor, importer, idFor, now, accounts } = importing;
  const { workshopId } = workshop;
  const reading = new Reading();
  const name = reading.take(nameIn(cells.name ?? ''), cells.name ?? '');
  const given = reading.take(emailIn(cells.email ?? '', accounts.noMailDomain), null);
  const kind = reading.take<MembershipKind | null>(kindIn(cells.kind ?? ''), null);
  const until = reading.take(endOfDayIn(cells.until ?? '', workshop.timeZone), null);
  if (until !== null && Date.parse(until) <= now)
    reading.mistakes.push('The membership would be over already.');
  const competences = competencesIn(importing, cells.competences ?? '');
  reading.mistakes.push(...competences.unknown.map(unknownCompetence));

  // Somebody without an address is found again by one that stands in for it, when the same import is repeated.
  const email = given ?? `${idFor(`account ${line}`)}${accounts.noMailDomain}`;
  const existing = reading.mistakes.length > 0 ? null : await accounts.byEmail(email);
  const standing = existing === null ? null : standingOf(views, existing, workshopId);
  const held = new Set(
    existing === null ? [] : competencesOf(views, existing).map(({ competenceId }) => competenceId),
  );
  const isIn = standing !== null && (standing.appointments.length > 0 || lasts(standing.membership, now));
  const asksNothingNew =
    isIn &&
    (kind === null || standing.appointments.length > 0 || standing.membership?.kind === kind) &&
    (until === null || standing.membership?.until === Date.parse(until));
  const wanted = competences.found.filter(({ competenceId }) => !held.has(competenceId));
  const taught = new Set(appointmentsOf(views, importer, workshopId).map(({ competenceId }) => competenceId));
  const mayConfirm = (competenceId: string) =>
    existing !== importer && (taught.has(competenceId) || workshop.foundedBy === importer);
  const confirmed = wanted.filter(({ competenceId }) => mayConfirm(competenceId));

  return {
    name,
    gives: [
      ...(isIn ? [] : [kind ?? 'member']),
      ...(until === null ? [] : [until]),
      ...confirmed.map((one) => one.name),
    ],
    mistakes: reading.mistakes,
    shortfalls: wanted
      .filter(({ competenceId }) => !mayConfirm(competenceId))
      .map((one) => `${one.name} is confirmed by its trainer: you do not train it.`),
    known:
      (asksNothingNew && wanted.length === 0) ||
      (given === null && existing === null && importing.standing.has(folded(name))),
    carryOut: async () => {
      const memberId =
        existing ??
        (await accounts.create({ email, displayName: name, password: null })) ??
        (await accounts.byEmail(email));
      if (memberId === null) {
        return { stands: false, notes: ['The account could not be made: send the same again.'] };
      }
      const define = memberCommands(views);
      if (!asksNothingNew) {
        const membership = { kind: kind ?? standing?.membership?.kind ?? 'member', until } as const;
        const command = { type: 'GrantMembership', memberId, workshopId, ...membership } as const;
        const given = { command, actor, commandId: idFor(`line ${line}`) };
        const notes = standingAgainst(await commands.handle(define.GrantMembership, given));
        if (notes.length > 0) return { stands: false, notes };
      }
      const notes: string[] = [];
      for (const { competenceId } of confirmed) {
        const command = {
          type: 'GrantCompetence',
          memberId,
          workshopId,
          competenceId,
          grantedBy: importer,
        } as const;
        const given = { command, actor, commandId: idFor(`line ${line} ${competenceId}`) };
        notes.push(...standingAgainst(await commands.handle(define.GrantCompetence, given)));
      }
      if (existing === null && importing.invite && email === cells.email?.toLowerCase())
        await accounts.welcome(memberId);
      return { stands: true, notes };
    },
  };
}

const lasts = (membership: { until: number | null } | null, now: number): boolean =>
  membership !== null && (membership.until === null || membership.until > now);

/** An empty cell is null. */
function emailIn(cell: string, noMailDomain: string): Cell<string | null> {
  if (cell === '') return { value: null };
  const read = emailCell.safeParse(cell);
  if (read.success && !read.data.endsWith(noMailDomain)) return { value: read.data };
  return { mistake: `“${cell}” is no e-mail address.` };
}

const KINDS: Record<string, MembershipKind> = {
  miembro: 'member',
  socio: 'member',
  socia: 'member',
  guest: 'visitor',
  visitante: 'visitor',
  invitado: 'visitor',
  invitada: 'visitor',
};

/** An empty cell is null. */
function kindIn(cell: string): Cell<MembershipKind | null> {
  if (cell === '') return { value: null };
  const word = folded(cell);
  const kind = membershipKind.safeParse(word).data ?? KINDS[word];
  return kind === undefined ? { mistake: `“${cell}” is neither member nor visitor.` } : { value: kind };
}
