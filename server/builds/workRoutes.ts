import { z } from 'zod';
import {
  chooseLine,
  joinSession,
  leaveBuild,
  meetLine,
  noBody,
  stepDone,
  useMachine,
} from '../../shared/builds/commands.ts';
import { bookingId, buildId, entryId, meetingId } from '../../shared/identifiers.ts';
import { machineStarter } from '../bookings/startMachine.ts';
import type { FreeText } from '../commands/definition.ts';
import { idMadeBy } from '../commands/givenBy.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { buildCommands } from './commands.ts';
import { enterBuild } from './door.ts';
import { buildChange, buildGiver, millisecondsOf, pathOf } from './giving.ts';
import { missingOfLine } from './missing.ts';
import { buildOfSession, choicesOf, sessionsOfBuild } from './queries.ts';
import { OTHER_BUILD } from './rules/working.ts';

const params = z.strictObject({ buildId });
const ofStep = z.strictObject({ buildId, step: entryId });
const ofLine = z.strictObject({ buildId, line: entryId });
const ofMeeting = z.strictObject({ buildId, meetingId });
const ofSession = z.strictObject({ buildId, bookingId });
const path = '/api/builds/{buildId}';

/** Steps, lines, machines and hands of a build. */
export function buildWorkRoutes(parts: Parts): AnyRoute[] {
  const { views } = parts;
  const define = buildCommands(parts);
  const give = buildGiver(parts);
  const startMachine = machineStarter(parts);

  return [
    defineRoute({
      ...buildChange,
      path: `${path}/steps/{step}/done`,
      summary: 'Say that a step is done',
      params: ofStep,
      body: stepDone,
      handle: (request) => {
        const { buildId, step } = request.params;
        const at = millisecondsOf(request.body.at);
        const command = { type: 'DoStep', buildId, step, at, by: request.memberId() } as const;
        const undo = { path: pathOf(buildId, `steps/${step}/undone`), body: {} };
        return give(request, define.DoStep, command, { id: buildId, undo });
      },
    }),
    defineRoute({
      ...buildChange,
      path: `${path}/steps/{step}/undone`,
      summary: 'Say that a step is not done after all',
      params: ofStep,
      body: noBody,
      handle: (request) => {
        const { buildId, step } = request.params;
        const command = { type: 'UndoStep', buildId, step, by: request.memberId() } as const;
        const undo = { path: pathOf(buildId, `steps/${step}/done`), body: {} };
        return give(request, define.UndoStep, command, { id: buildId, undo });
      },
    }),
    defineRoute({
      ...buildChange,
      path: `${path}/lines/{line}/choose`,
      summary: 'Choose how a line of the parts list is to be met, or leave it open again',
      params: ofLine,
      body: chooseLine,
      handle: (request) => {
        const { buildId, line } = request.params;
        const before = choicesOf(views, buildId).get(line) ?? null;
        const { choice } = request.body;
        const command = { type: 'ChooseLine', buildId, line, choice, by: request.memberId() } as const;
        const undo = { path: pathOf(buildId, `lines/${line}/choose`), body: { choice: before } };
        return give(request, define.ChooseLine, command, { id: buildId, undo });
      },
    }),
    defineRoute({
      ...buildChange,
      path: `${path}/meetings`,
      summary: 'Say that a line is met by something that becomes no thing and was on no shelf',
      params,
      body: meetLine,
      handle: (request) => {
        const build = enterBuild(views, request, request.params.buildId, 'build.write');
        const { buildId } = build;
        const { at, reason: body, step = null, line = null, ...said } = request.body;
        const asked = line === null ? null : missingOfLine(parts, build, line);
        const name = said.name ?? asked?.line.name;
        if (name === undefined) {
          const mistakes = [{ path: 'body.name', message: 'needs at least one character' }];
          throw new HttpProblem('invalid-request', undefined, { mistakes });
        }
        const unit = said.unit ?? asked?.line.unit ?? 'piece';
        const missing = asked !== null && asked.missing > 0 && unit === asked.line.unit ? asked.missing : 1;
        const meetingId = idMadeBy(request, 'meeting');
        const reasonId = body === '' ? null : idMadeBy(request, 'meetingReason');
        const texts: FreeText[] = reasonId === null ? [] : [{ id: reasonId, kind: 'buildNote', body }];
        const command = {
          type: 'MeetLine',
          buildId,
          meetingId,
          ...said,
          name,
          unit,
          quantity: said.quantity ?? missing,
          line,
          step,
          reasonId,
          at: millisecondsOf(at),
          by: request.memberId(),
        } as const;
        const undo = { path: pathOf(buildId, `meetings/${meetingId}/take-back`), body: {} };
        return give(request, define.MeetLine, command, { texts, id: meetingId, created: true, undo });
      },
    }),
    defineRoute({
      ...buildChange,
      path: `${path}/meetings/{meetingId}/take-back`,
      summary: 'Take back that a line was met',
      params: ofMeeting,
      body: noBody,
      handle: (request) => {
        const command = { type: 'TakeBackMeeting', ...request.params, by: request.memberId() } as const;
        const undo = { path: pathOf(command.buildId, `meetings/${command.meetingId}/restore`), body: {} };
        return give(request, define.TakeBackMeeting, command, { id: command.meetingId, undo });
      },
    }),
    defineRoute({
      ...buildChange,
      path: `${path}/meetings/{meetingId}/restore`,
      summary: 'Say once more how a line was met',
      params: ofMeeting,
      body: noBody,
      handle: (request) => {
        const command = { type: 'RestoreMeeting', ...request.params, by: request.memberId() } as const;
        const undo = { path: pathOf(command.buildId, `meetings/${command.meetingId}/take-back`), body: {} };
        return give(request, define.RestoreMeeting, command, { id: command.meetingId, undo });
      },
    }),
    defineRoute({
      ...buildChange,
      path: `${path}/use`,
      summary: 'Start a machine for a build: the session that bookings know, told once',
      params,
      body: useMachine,
      handle: (request) => {
        const { buildId } = enterBuild(views, request, request.params.buildId, 'build.write');
        const { step = null, ...starting } = request.body;
        return startMachine(request, { ...starting, forBuild: { buildId, step } });
      },
    }),
    defineRoute({
      ...buildChange,
      path: `${path}/sessions`,
      summary: 'Say that a session of a machine that began elsewhere belongs to a build',
      params,
      body: joinSession,
      handle: async (request) => {
        const { buildId } = request.params;
        const by = request.memberId();
        const command = { type: 'JoinSession', buildId, ...request.body, by } as const;
        const undo = { path: pathOf(buildId, `sessions/${command.bookingId}/leave`), body: {} };
        const answer = await give(request, define.JoinSession, command, { id: command.bookingId, undo });
        const standing = buildOfSession(views, command.bookingId);
        // Somebody joined it to another build a moment before, by the order of the log.
        if (standing !== null && standing !== buildId) {
          throw new HttpProblem('refused', OTHER_BUILD.message, { objections: [OTHER_BUILD], nearest: null });
        }
        return answer;
      },
    }),
    defineRoute({
      ...buildChange,
      path: `${path}/sessions/{bookingId}/leave`,
      summary: 'Say that a session of a machine was for something else',
      params: ofSession,
      body: noBody,
      handle: (request) => {
        const { buildId, bookingId } = request.params;
        const session = sessionsOfBuild(views, buildId).find((each) => each.bookingId === bookingId);
        if (!session) throw new HttpProblem('not-found', 'There is no such booking.');
        const { machineId } = session;
        const by = request.memberId();
        const command = { type: 'LeaveSession', buildId, machineId, bookingId, by } as const;
        const undo = { path: pathOf(buildId, 'sessions'), body: { machineId, bookingId } };
        return give(request, define.LeaveSession, command, { id: bookingId, undo });
      },
    }),
    defineRoute({
      ...buildChange,
      path: `${path}/hands`,
      summary: 'Join a build as a hand, from whichever workshop',
      params,
      body: noBody,
      handle: (request) => {
        const { buildId } = request.params;
        const memberId = request.memberId();
        const command = { type: 'JoinHands', buildId, memberId, by: memberId } as const;
        const undo = { path: pathOf(buildId, 'hands/leave'), body: {} };
        return give(request, define.JoinHands, command, { action: 'build.join', id: buildId, undo });
      },
    }),
    defineRoute({
      ...buildChange,
      path: `${path}/hands/leave`,
      summary: 'Leave a build; what one did on it stays',
      params,
      body: leaveBuild,
      handle: (request) => {
        const { buildId } = request.params;
        const by = request.memberId();
        const { memberId = by } = request.body;
        const command = { type: 'LeaveHands', buildId, memberId, by } as const;
        const isOwn = memberId === by;
        const undo = isOwn ? { path: pathOf(buildId, 'hands'), body: {} } : null;
        const action = isOwn ? 'build.join' : 'build.end';
        return give(request, define.LeaveHands, command, { action, id: buildId, undo });
      },
    }),
  ];
}
