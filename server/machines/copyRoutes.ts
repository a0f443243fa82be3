import { z } from 'zod';
import type { Objection } from '../../shared/bookings/rules.ts';
import { workshopId } from '../../shared/identifiers.ts';
import { copyFrom } from '../../shared/machines/commands.ts';
import { type CopyReply, copyReply } from '../../shared/machines/views.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import type { Outcome } from '../commands/outcome.ts';
import { answerCommand } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute, type RouteRequest } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { workshopCommands } from '../workshops/commands.ts';
import { enterWorkshop } from '../workshops/door.ts';
import { competenceName, competencesDefinedBy } from '../workshops/queries.ts';
import { machineCommands } from './commands.ts';
import { type CopiedMachine, type CopyPlan, describeCopy, planCopy, sameName } from './copying.ts';
import { type Machine, machineById, machinesOf } from './queries.ts';

type Asked = RouteRequest<{ workshopId: string }, unknown, z.output<typeof copyFrom>>;

/** Taking machines over from another workshop: their kinds, rules and competences, not their photographs and stories. */
export function copyRoutes(parts: Pick<Parts, 'commands' | 'views'>): AnyRoute[] {
  const { views } = parts;
  return [
    defineRoute({
      method: 'post',
      path: '/api/workshops/{workshopId}/copy-from',
      summary: 'Register machines like those of another workshop, with their rules and competences',
      tag: 'machines',
      access: 'member',
      params: z.strictObject({ workshopId }),
      body: copyFrom,
      command: true,
      reply: copyReply,
      handle: async (request) => {
        enterWorkshop(views, request, 'machine.register');
        enterWorkshop(views, request, 'competence.define');
        const { workshopId } = request.params;
        const here = machinesOf(views, workshopId);
        const plan = planCopy(
          chosenMachines(parts, request),
          (id) => competenceName(views, id),
          competencesDefinedBy(views, workshopId).map(({ name }) => name),
        );
        const made = request.dryRun ? null : await carryOut(parts, request, plan);
        const body: CopyReply = {
          copied: made !== null,
          competences: plan.competences,
          machines: plan.machines.map(({ from, asksFor }) => ({
            from: from.machineId,
            name: from.name,
            kind: from.kind,
            rules: from.rules,
            requiredCompetenceNames: asksFor,
            hasNamesake: here.some(
              ({ machineId, name, retired }) =>
                !retired && sameName(name, from.name) && machineId !== made?.get(from)?.machineId,
            ),
            machineId: null,
            objections: [],
            ...made?.get(from),
          })),
        };
        return { status: made === null ? 200 : 201, body };
      },
    }),
  ];
}

/** @throws {HttpProblem} invalid-request for a machine that the other workshop does not have in service. */
function chosenMachines({ views }: Pick<Parts, 'views'>, { params, body }: Asked): Machine[] {
  const { fromWorkshopId, machineIds } = body;
  const mistake = (field: string, message: string) =>
    new HttpProblem('invalid-request', undefined, { mistakes: [{ path: `body.${field}`, message }] });
  if (fromWorkshopId === params.workshopId) {
    throw mistake('fromWorkshopId', 'is this workshop itself');
  }
  return [...new Set(machineIds)].map((id) => {
    const machine = machineById(views, id);
    if (machine === null || machine.retired || machine.workshopId !== fromWorkshopId) {
      throw mistake('machineIds', 'names a machine that the other workshop does not have in service');
    }
    return machine;
  });
}

type Made = Map<Machine, { machineId: string | null; objections: Objection[] }>;

/**
 * One command each, with ids derived from the request: repeated, it makes nothing twice and goes on where it stopped.
 * A machine that is refused is told, and leaves the others standing.
 */
async function carryOut(
  { commands, views }: Pick<Parts, 'commands' | 'views'>,
  request: Asked,
  { competences, machines }: CopyPlan,
): Promise<Made> {
  const { workshopId } = request.params;
  const part = (name: string) => ({ ...request, commandId: idMadeBy(request, name) });
  const competenceIds: { name: string; id: string }[] = [];
  for (const { name, isNew } of competences) {
    const known = competencesDefinedBy(views, workshopId).find((one) => sameName(one.name, name));
    if (known || !isNew) {
      if (known) competenceIds.push({ name, id: known.competenceId });
      continue;
    }
    const competenceId = idMadeBy(request, `copied competence ${name}`);
    const definition = workshopCommands(views).DefineCompetence;
    const command = {
      type: 'DefineCompetence',
      workshopId,
      competenceId,
      name,
      validityMonths: null,
    } as const;
    const given = givenBy(part(`copying competence ${name}`), command);
    objectionsIn(await commands.handle(definition, given));
    competenceIds.push({ name, id: competenceId });
  }
  const idFor = (name: string) => competenceIds.filter((one) => sameName(one.name, name)).map(({ id }) => id);

  const made: Made = new Map();
  const idOf = (machineId: string) =>
    [...made].find(([from]) => from.machineId === machineId)?.[1].machineId ?? null;
  const register = async (copied: CopiedMachine): Promise<void> => {
    const { from, asksFor } = copied;
    const machineId = idMadeBy(request, `copy of ${from.machineId}`);
    const command = {
      type: 'RegisterMachine',
      machineId,
      workshopId,
      description: describeCopy(copied, asksFor.flatMap(idFor), idOf),
      rules: from.rules,
    } as const;
    const definition = machineCommands(views).RegisterMachine;
    const given = givenBy(part(`copying ${from.machineId}`), command);
    const objections = objectionsIn(await commands.handle(definition, given));
    made.set(from, { machineId: objections.length === 0 ? machineId : null, objections });
  };
  for (const copied of machines) await register(copied);
  return made;
}

/** @throws {HttpProblem} for all that is neither accepted nor refused by a rule. */
function objectionsIn(outcome: Outcome): Objection[] {
  if (outcome.outcome === 'refused') return outcome.objections;
  answerCommand(outcome, { id: '' });
  return [];
}
