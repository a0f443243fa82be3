import { z } from 'zod';
import { workshopId } from '../../shared/identifiers.ts';
import { importRows } from '../../shared/imports/commands.ts';
import { importReply } from '../../shared/imports/views.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { NO_MAIL_DOMAIN } from '../accounts/mailCourier.ts';
import { commandKey, derivedId } from '../commands/identity.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { enterWorkshop } from '../workshops/door.ts';
import { carryOutRows } from './carryOutRows.ts';
import { competenceRow } from './competenceRows.ts';
import { standingNames } from './importing.ts';
import { machineRow } from './machineRows.ts';
import { type AccountsForImport, memberRow } from './memberRows.ts';
import { readTable } from './readTable.ts';
import { welcomeMail } from './welcome.ts';

/** Taking whole tables in. @param url origin as people reach the program. */
export function importRoutes(
  { commands, views, names }: Pick<Parts, 'commands' | 'views' | 'names'>,
  { members, mail }: Pick<Accounts, 'members' | 'mail'>,
  url: string,
): AnyRoute[] {
  return [
    defineRoute({
      method: 'post',
      path: '/api/workshops/{workshopId}/import',
      summary:
        'Take a table of members, competences, machines or tools in, row by row; a dry run tells of each',
      tag: 'workshops',
      access: 'member',
      params: z.strictObject({ workshopId }),
      body: importRows,
      command: true,
      reply: importReply,
      handle: async (request) => {
        const workshop = enterWorkshop(views, request, 'workshop.import');
        const { body, dryRun, now } = request;
        const { table, invite } = body;
        const importer = request.memberId();
        const actor = { kind: 'member', memberId: importer } as const;
        const key = commandKey(actor, request.commandId);
        const idFor = (name: string) => derivedId(key, `${table} ${name}`);
        const accounts: AccountsForImport = {
          noMailDomain: NO_MAIL_DOMAIN,
          byEmail: members.byEmail,
          create: members.create,
          welcome: (memberId) => mail.add(welcomeMail(memberId, workshop.name, url)),
        };
        const standing = standingNames(table, { views, names }, workshop.workshopId);
        const importing = {
          commands,
          views,
          workshop,
          importer,
          actor,
          now,
          idFor,
          accounts,
          invite,
          standing,
        };
        const { rows, unknownColumns } = readTable(table, body.csv);
        const imported = await carryOutRows(rows, { table, dryRun }, (row) => {
          switch (table) {
            case 'members':
              return memberRow(importing, row);
            case 'competences':
              return competenceRow(importing, row);
            case 'machines':
            case 'tools':
              return machineRow(importing, row, table);
          }
        });
        const count = (...outcomes: string[]) =>
          imported.filter(({ outcome }) => outcomes.includes(outcome)).length;
        return {
          body: {
            table,
            dryRun,
            rows: imported,
            unknownColumns,
            good: count('would', 'done', 'partly'),
            known: count('known'),
            bad: count('mistake'),
          },
        };
      },
    }),
  ];
}
