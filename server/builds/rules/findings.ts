import type { Objection } from '../../../shared/bookings/rules.ts';
import type { BuildEvent } from '../../../shared/schemasOfEvents.ts';
import { accepted, refused } from '../../commands/decider.ts';
import type { FindingCommand, TakeMeasurement } from '../buildCommands.ts';
import type { BuildDecision, BuildFacts } from '../decide.ts';
import type { BegunBuild } from '../state.ts';
import { againstPlace } from './places.ts';
import { againstTime, happenedAt } from './timing.ts';

/** Measurements, tests and remarks: what was found, written down whenever it is told. */
export function decideFinding(command: FindingCommand, state: BegunBuild, facts: BuildFacts): BuildDecision {
  const { buildId, by } = command;
  const of = { buildId, workshopId: state.workshopId };
  switch (command.type) {
    case 'TakeMeasurement': {
      const { measurementId, name, value, unit, least, most, step, line } = command;
      if (measurementId in state.measurements) return accepted();
      const objections = [
        ...againstTime(command.at, facts.now),
        ...againstPlace(command, facts),
        ...againstLimits(command),
      ];
      if (objections.length > 0) return refused(...objections);
      const at = happenedAt(command.at, facts.now);
      const data = { ...of, measurementId, step, line, name, value, unit, least, most, at, by };
      return accepted({ type: 'MeasurementTaken', data });
    }
    case 'RecordTest': {
      const { testId, name, outcome, noteId } = command;
      if (testId in state.tests) return accepted();
      const objections = againstTime(command.at, facts.now);
      if (objections.length > 0) return refused(...objections);
      const at = happenedAt(command.at, facts.now);
      return accepted({ type: 'TestRecorded', data: { ...of, testId, name, outcome, noteId, at, by } });
    }
    case 'MakeRemark': {
      const { remarkId, kind, step, line, textId, problemId, safety } = command;
      if (remarkId in state.remarks) return accepted();
      const objections = [
        ...againstTime(command.at, facts.now),
        ...againstPlace(command, facts),
        ...(problemId !== null && state.of === null ? [withoutDesign()] : []),
      ];
      if (objections.length > 0) return refused(...objections);
      const at = happenedAt(command.at, facts.now);
      const problem =
        problemId === null || state.of === null ? null : { designId: state.of.designId, problemId, safety };
      const data = { ...of, remarkId, kind, step, line, textId, problem, at, by };
      return accepted({ type: 'RemarkMade', data });
    }
    case 'TakeBackMeasurement': {
      const { measurementId } = command;
      const data = { ...of, measurementId };
      return takenBack(state.measurements[measurementId], { type: 'MeasurementTakenBack', data });
    }
    case 'TakeBackTest': {
      const { testId } = command;
      return takenBack(state.tests[testId], { type: 'TestTakenBack', data: { ...of, testId } });
    }
    case 'TakeBackRemark': {
      const { remarkId } = command;
      return takenBack(state.remarks[remarkId], { type: 'RemarkTakenBack', data: { ...of, remarkId } });
    }
    case 'RestoreMeasurement':
      return saidAgain(state.measurements[command.measurementId], (data) => ({
        type: 'MeasurementTaken',
        data,
      }));
    case 'RestoreTest':
      return saidAgain(state.tests[command.testId], (data) => ({ type: 'TestRecorded', data }));
    case 'RestoreRemark':
      return saidAgain(state.remarks[command.remarkId], (data) => ({ type: 'RemarkMade', data }));
  }
}

const withoutDesign = (): Objection => ({
  rule: 'noDesign',
  message: 'It is built from no design, so there is nobody to tell of the problem.',
});

const againstLimits = ({ least, most }: TakeMeasurement): Objection[] =>
  least !== null && most !== null && least > most
    ? [{ rule: 'limits', message: 'The least that it may be is more than the most.' }]
    : [];

/** What was written by mistake goes; taken back already: nothing to do. */
export function takenBack(entry: { stands: boolean } | undefined, event: BuildEvent): BuildDecision {
  if (!entry) return refused(neverWritten());
  return entry.stands ? accepted(event) : accepted();
}

/** What was taken back stands once more: the same words at the same time, by whoever said them. */
export function saidAgain<Said>(
  entry: { stands: boolean; said: Said } | undefined,
  asEvent: (said: Said) => BuildEvent,
): BuildDecision {
  if (!entry) return refused(neverWritten());
  return entry.stands ? accepted() : accepted(asEvent(entry.said));
}

const neverWritten = (): Objection => ({
  rule: 'noSuchEntry',
  message: 'That was never written down here.',
});
