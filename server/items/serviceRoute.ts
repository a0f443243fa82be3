import { intoService } from '../../shared/items/commands.ts';
import type { MachineDescription } from '../../shared/machines/events.ts';
import { DEFAULTS_OF_KINDS } from '../../shared/machines/kinds.ts';
import type { MachineKind } from '../../shared/machines/words.ts';
import { isBorrowed } from '../../shared/machines/words.ts';
import { authorise } from '../authorisation/policy.ts';
import { answerWithUndo } from '../commands/answerWithUndo.ts';
import { givenBy } from '../commands/givenBy.ts';
import { titlesOf } from '../designs/queries.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import { machineCommands } from '../machines/commands.ts';
import { descriptionOf, machineById } from '../machines/queries.ts';
import { broughtAlong } from '../machines/reinstating.ts';
import type { Parts } from '../parts.ts';
import { change } from './change.ts';
import { enterItem } from './door.ts';
import type { Item } from './queries.ts';

const NAME_CHARACTERS = 80;

/** What a thing is as a machine: with the dangers and places of its kind, and what its design is called. */
function machineOf(item: Item, kind: MachineKind, designTitle: string | null): MachineDescription {
  const { dangers, protection, mayRunUnattended, capacity } = DEFAULTS_OF_KINDS[kind];
  const { owner } = item;
  const lender = owner.kind === 'member' ? owner.memberId : null;
  const origin =
    item.how === 'made' ? 'built' : item.how === 'bought' || item.how === 'given' ? item.how : null;
  return {
    name: item.name,
    kind,
    maker: null,
    model: designTitle === null ? null : designTitle.slice(0, NAME_CHARACTERS).trim() || null,
    tier: lender !== null ? 'lent' : kind === 'regional' ? 'region' : 'workshop',
    lentBy: lender,
    origin: origin ?? 'unknown',
    area: item.shelf,
    dangers: [...dangers],
    protection: [...protection],
    emergencyStop: null,
    capacity,
    requiredCompetences: [],
    dependsOn: [],
    meters: [],
    contents: [],
    mayRunUnattended,
  };
}

const refuse = (rule: string, message: string): HttpProblem =>
  new HttpProblem('refused', message, { objections: [{ rule, message }], nearest: null });

/** Why a thing cannot be booked as it is. @throws {HttpProblem} refused */
function mustStandFree(item: Item, kind: MachineKind): void {
  if (item.machine === 'inService') throw refuse('inService', 'It is in service as a machine already.');
  if (item.status === 'fitted') throw refuse('fitted', 'It is fitted in something: take it out first.');
  if (item.status !== 'loose') throw refuse('notThere', 'There is nothing that could be put into service.');
  if (item.holder !== null && !isBorrowed(kind)) throw refuse('lent', 'It is lent.');
}

/** A thing becomes a machine that others can book: the loop is closed. */
export function serviceRoute({ commands, views }: Pick<Parts, 'commands' | 'views'>): AnyRoute {
  const define = machineCommands(views);
  return defineRoute({
    ...change,
    path: '/api/things/{itemId}/into-service',
    summary:
      'Put a thing into service: a machine that can be booked, with the same code and the rules of its kind',
    body: intoService,
    handle: async (request) => {
      const item = enterItem(views, request, 'machine.register');
      const { itemId: machineId, workshopId } = item;
      const { kind, name, area } = request.body;
      mustStandFree(item, kind);
      // Whoever puts it into service answers for machines where it stands, not only where its owner is.
      authorise(views, request.requester, 'machine.register', { workshopId }, request.now);
      const undo = { path: `/api/machines/${machineId}/retire`, body: {} };
      const title = item.of && (titlesOf(views, [item.of.designId]).get(item.of.designId) ?? null);
      const described = machineOf(item, kind, title);
      const description = { ...described, name: name ?? described.name, area: area || described.area };
      const { rules } = DEFAULTS_OF_KINDS[kind];
      const known = machineById(views, machineId);
      if (known !== null) {
        const before = descriptionOf(known);
        const same = { ...before, name: description.name, area: description.area };
        const { maker, model, meters } = before;
        const asNow = kind === known.kind ? same : { ...description, maker, model, meters };
        const { tier, lentBy } = description;
        const home = { workshopId, description: broughtAlong({ ...asNow, tier, lentBy }), rules };
        const isBack = workshopId === known.workshopId;
        const command = { type: 'ReinstateMachine', machineId, home: isBack ? null : home } as const;
        const outcome = await commands.handle(define.ReinstateMachine, givenBy(request, command));
        return answerWithUndo(outcome, { id: machineId }, undo);
      }
      const command = { type: 'RegisterMachine', machineId, workshopId, description, rules } as const;
      const outcome = await commands.handle(define.RegisterMachine, givenBy(request, command));
      return answerWithUndo(outcome, { id: machineId, created: true }, undo);
    },
  });
}
