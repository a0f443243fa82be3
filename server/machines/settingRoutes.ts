import { z } from 'zod';
import { machineId, settingId } from '../../shared/identifiers.ts';
import { aboutSetting, noteSetting } from '../../shared/machines/commands.ts';
import { type SettingView, settingList } from '../../shared/machines/views.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import { isAllowed } from '../authorisation/policy.ts';
import { answerWithUndo } from '../commands/answerWithUndo.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { commandAnswer } from '../http/answerCommand.ts';
import { type AnyRoute, defineRoute, type RouteRequest } from '../http/route.ts';
import { rolesOf } from '../members/queries.ts';
import type { Parts } from '../parts.ts';
import { machineCommands } from './commands.ts';
import { enterMachine } from './door.ts';
import { type NotedSetting, settingById, settingsOf } from './queries.ts';

const pathOf = (machineId: string, settingId: string, act: string) =>
  `/api/machines/${machineId}/settings/${settingId}/${act}`;

type OfMachine = Pick<RouteRequest<{ machineId: string }, unknown, unknown>, 'params' | 'requester' | 'now'>;

/** Notes on settings that worked: material, thickness, power and speed, confirmed by others. */
export function machineSettingRoutes(
  parts: Pick<Parts, 'commands' | 'views' | 'names' | 'texts'>,
): AnyRoute[] {
  const { commands, views, texts } = parts;
  const define = machineCommands(views);
  const change = {
    method: 'post' as const,
    tag: 'machines',
    access: 'member' as const,
    command: true,
    reply: commandAnswer,
  };
  const params = z.strictObject({ machineId, settingId });
  return [
    defineRoute({
      method: 'get',
      path: '/api/machines/{machineId}/settings',
      summary: 'Settings that worked on a machine, those first that worked for most',
      tag: 'machines',
      access: 'public',
      scopes: ['machines:read'],
      params: z.strictObject({ machineId }),
      reply: settingList,
      handle: (request) => ({ body: { settings: settingViews(parts, request) } }),
    }),
    defineRoute({
      ...change,
      path: '/api/machines/{machineId}/settings',
      summary: 'Note settings that worked',
      params: z.strictObject({ machineId }),
      body: noteSetting,
      handle: async (request) => {
        const { machineId } = enterMachine(views, request, 'machine.noteSetting').machine;
        const { setting, note } = request.body;
        const settingId = idMadeBy(request, 'setting');
        const id = idMadeBy(request, 'settingNote');
        const written = note ? [{ id, kind: 'settingNote', body: note }] : [];
        const command = {
          type: 'NoteSetting',
          machineId,
          settingId,
          setting,
          noteId: written[0]?.id ?? null,
          by: request.memberId(),
        } as const;
        const outcome = await commands.handle(define.NoteSetting, givenBy(request, command, written));
        const undo = { path: pathOf(machineId, settingId, 'withdraw'), body: {} };
        return answerWithUndo(outcome, { id: settingId, created: true }, undo);
      },
    }),
    defineRoute({
      ...change,
      path: '/api/machines/{machineId}/settings/{settingId}/confirm',
      summary: 'Say that settings which somebody noted worked for you too',
      params,
      body: aboutSetting,
      handle: async (request) => {
        enterMachine(views, request, 'machine.noteSetting');
        const { machineId, settingId } = request.params;
        const command = { type: 'ConfirmSetting', ...request.params, by: request.memberId() } as const;
        const outcome = await commands.handle(define.ConfirmSetting, givenBy(request, command));
        const undo = { path: pathOf(machineId, settingId, 'take-back'), body: {} };
        return answerWithUndo(outcome, { id: settingId }, undo);
      },
    }),
    defineRoute({
      ...change,
      path: '/api/machines/{machineId}/settings/{settingId}/take-back',
      summary: 'Take back that settings worked for you too',
      params,
      body: aboutSetting,
      handle: async (request) => {
        enterMachine(views, request, 'machine.noteSetting');
        const { machineId, settingId } = request.params;
        const command = { type: 'TakeBackConfirmation', ...request.params, by: request.memberId() } as const;
        const outcome = await commands.handle(define.TakeBackConfirmation, givenBy(request, command));
        const undo = { path: pathOf(machineId, settingId, 'confirm'), body: {} };
        return answerWithUndo(outcome, { id: settingId }, undo);
      },
    }),
    defineRoute({
      ...change,
      path: '/api/machines/{machineId}/settings/{settingId}/withdraw',
      summary: 'Withdraw settings that you noted, or as a steward those of anybody',
      params,
      body: aboutSetting,
      handle: async (request) => {
        enterMachine(views, request, 'machine.noteSetting');
        const { machineId, settingId } = request.params;
        const before = settingById(views, settingId);
        const command = { type: 'WithdrawSetting', ...request.params, by: request.memberId() } as const;
        const outcome = await commands.handle(define.WithdrawSetting, givenBy(request, command));
        // What somebody else wrote and others confirmed is not theirs to write again.
        const isOwn = before?.notedBy === command.by && before.confirmedBy.length === 0;
        const note = before?.noteId && texts.of([before.noteId]).get(before.noteId);
        const undo = isOwn
          ? {
              path: `/api/machines/${machineId}/settings`,
              body: { setting: before.setting, ...(note ? { note } : {}) },
            }
          : null;
        return answerWithUndo(outcome, { id: settingId }, undo);
      },
    }),
  ];
}

function settingViews(
  { views, names, texts }: Pick<Parts, 'views' | 'names' | 'texts'>,
  request: OfMachine,
): SettingView[] {
  const { machine, workshop } = enterMachine(views, request, 'machine.read');
  const { requester, now } = request;
  const scope = { workshopId: workshop.workshopId };
  const me = requester.kind === 'nobody' ? null : requester.memberId;
  const isInside = isAllowed(views, requester, 'appointments.read', scope, now);
  const mayNote = isAllowed(views, requester, 'machine.noteSetting', scope, now);
  const tidiesUp = me !== null && rolesOf(views, me, workshop.workshopId, now).includes('steward');
  const noted = settingsOf(views, machine.machineId);
  const nameOf = names.of(isInside ? new Set(noted.map(({ notedBy }) => notedBy)) : []);
  const bodyOf = texts.of(isInside ? noted.flatMap(({ noteId }) => noteId ?? []) : []);
  const viewOf = ({
    settingId,
    setting,
    noteId,
    notedAt,
    notedBy,
    confirmedBy,
  }: NotedSetting): SettingView => ({
    settingId,
    setting,
    note: noteId === null ? null : (bodyOf.get(noteId) ?? null),
    at: zonedText(notedAt, workshop.timeZone),
    by: nameOf.get(notedBy) ?? null,
    mine: notedBy === me,
    confirmations: confirmedBy.length,
    confirmedByMe: me !== null && confirmedBy.includes(me),
    mayConfirm: mayNote && notedBy !== me,
    mayWithdraw: mayNote && (notedBy === me || tidiesUp),
  });
  return noted.map(viewOf).toSorted((one, other) => other.confirmations - one.confirmations);
}
