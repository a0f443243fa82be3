import type { Objection } from '../../../shared/bookings/rules.ts';
import { accepted, refused } from '../../commands/decider.ts';
import type { MeetLine, WorkCommand } from '../buildCommands.ts';
import type { BuildDecision, BuildFacts } from '../decide.ts';
import type { BegunBuild } from '../state.ts';
import { saidAgain, takenBack } from './findings.ts';
import { againstPlace } from './places.ts';
import { againstTime, happenedAt } from './timing.ts';

/** A session runs for one build, so that no hour counts twice. */
export const OTHER_BUILD: Objection = {
  rule: 'otherBuild',
  message: 'These hours belong to another build: take them out there first.',
};

/** Steps, lines, hands and sessions of a build. */
export function decideWork(command: WorkCommand, state: BegunBuild, facts: BuildFacts): BuildDecision {
  const { buildId, by } = command;
  const of = { buildId, workshopId: state.workshopId };
  switch (command.type) {
    case 'DescribeBuild': {
      const { name, noteId, subjectId } = command;
      const objections = againstSubject(subjectId, state, facts);
      if (objections.length > 0) return refused(...objections);
      return accepted({ type: 'BuildDescribed', data: { ...of, name, noteId, subjectId } });
    }
    case 'JoinHands': {
      const { memberId } = command;
      if (state.hands.includes(memberId)) return accepted();
      return accepted({ type: 'HandJoined', data: { ...of, memberId } });
    }
    case 'LeaveHands': {
      const { memberId } = command;
      if (!state.hands.includes(memberId)) return accepted();
      return accepted({ type: 'HandLeft', data: { ...of, memberId } });
    }
    case 'ChooseLine': {
      const { line, choice } = command;
      if (state.status !== 'open') {
        return refused({ rule: 'ended', message: 'It has ended: there is nothing left to plan.' });
      }
      const objections = [...againstPlace({ line }, facts), ...facts.against];
      if (choice?.how === 'made' && choice.buildId === buildId) {
        objections.push({ rule: 'circular', message: 'A build cannot make its own parts for itself.' });
      }
      if (objections.length > 0) return refused(...objections);
      return accepted({ type: 'LineChosen', data: { ...of, line, choice, by } });
    }
    case 'MeetLine':
      return meet(command, state, facts);
    case 'TakeBackMeeting': {
      const { meetingId } = command;
      const data = { ...of, meetingId };
      return takenBack(state.meetings[meetingId], { type: 'LineMeetingTakenBack', data });
    }
    case 'RestoreMeeting':
      return saidAgain(state.meetings[command.meetingId], (data) => ({ type: 'LineMet', data }));
    case 'DoStep': {
      const { step } = command;
      const objections = [...againstTime(command.at, facts.now), ...againstPlace({ step }, facts)];
      if (objections.length > 0) return refused(...objections);
      if (state.steps.includes(step)) return accepted();
      const at = happenedAt(command.at, facts.now);
      return accepted({ type: 'StepDone', data: { ...of, step, at, by } });
    }
    case 'UndoStep': {
      const { step } = command;
      if (!state.steps.includes(step)) return accepted();
      return accepted({ type: 'StepUndone', data: { ...of, step, by } });
    }
    case 'JoinSession': {
      const { machineId, bookingId } = command;
      if (facts.session === null) {
        return refused({ rule: 'unknownSession', message: 'That machine was not in use then.' });
      }
      if (facts.session.buildId === buildId) return accepted();
      if (facts.session.buildId !== null) {
        return refused(OTHER_BUILD);
      }
      return accepted({ type: 'SessionJoined', data: { ...of, machineId, bookingId, by } });
    }
    case 'LeaveSession': {
      const { machineId, bookingId } = command;
      if (facts.session?.buildId !== buildId && !state.joined.includes(bookingId)) return accepted();
      return accepted({ type: 'SessionLeft', data: { ...of, machineId, bookingId, by } });
    }
  }
}

function meet(command: MeetLine, state: BegunBuild, facts: BuildFacts): BuildDecision {
  const { type: _, at, ...met } = command;
  if (met.meetingId in state.meetings) return accepted();
  const objections = [...againstTime(at, facts.now), ...againstPlace(command, facts), ...facts.against];
  if (objections.length > 0) return refused(...objections);
  const data = { ...met, workshopId: state.workshopId, at: happenedAt(at, facts.now) };
  return accepted({ type: 'LineMet', data });
}

/** What is mended or changed may be named later, as long as the work on it goes on. */
function againstSubject(subjectId: string | null, state: BegunBuild, { knows }: BuildFacts): Objection[] {
  if (subjectId === state.subjectId) return [];
  if (state.kind !== 'repair' && state.kind !== 'modify') {
    return [{ rule: 'otherThing', message: 'What this build is done to was said when it began.' }];
  }
  if (state.status !== 'open') {
    return [{ rule: 'ended', message: 'It has ended: open it again to say what was mended.' }];
  }
  return subjectId === null || knows.subject
    ? []
    : [{ rule: 'unknownThing', message: 'There is no such thing.' }];
}
