import type { Objection } from '../../../shared/bookings/rules.ts';
import { accepted, refused } from '../../commands/decider.ts';
import type { StartBuild } from '../buildCommands.ts';
import type { BuildDecision, BuildFacts } from '../decide.ts';
import type { BuildState } from '../state.ts';

type Rule = (command: StartBuild, facts: BuildFacts) => Objection | null;

const needsRevision: Rule = ({ of }, { knows }) =>
  of !== null && !knows.revision ? { rule: 'unknownRevision', message: 'There is no such revision.' } : null;

/** Parts come out of something that is known; what is mended or changed may be named later. */
const needsSubject: Rule = ({ kind, subjectId }, { knows }) => {
  if (kind === 'takeApart' && subjectId === null) {
    return { rule: 'needsThing', message: 'Say which thing this is done to.' };
  }
  return subjectId !== null && !knows.subject
    ? { rule: 'unknownThing', message: 'There is no such thing.' }
    : null;
};

const makesOneOrTheOther: Rule = ({ things, product }) =>
  things.length > 0 && product !== null
    ? { rule: 'oneProduct', message: 'What is made is either counted or followed thing by thing, not both.' }
    : null;

const needsOtherBuild: Rule = ({ forBuild }, { knows }) =>
  forBuild !== null && !knows.otherBuild
    ? { rule: 'unknownBuild', message: 'The build for which this is made has no such line.' }
    : null;

const rules: readonly Rule[] = [needsRevision, needsSubject, makesOneOrTheOther, needsOtherBuild];

/** Begins a build; whoever starts it is its first hand. */
export function start(command: StartBuild, state: BuildState, facts: BuildFacts): BuildDecision {
  if (state.status !== 'unstarted') {
    return refused({ rule: 'started', message: 'This build has been started already.' });
  }
  const objections = [...rules.flatMap((rule) => rule(command, facts) ?? []), ...facts.against];
  if (objections.length > 0) return refused(...objections);
  const { type: _, by, ...data } = command;
  const { buildId, workshopId } = command;
  return accepted(
    { type: 'BuildStarted', data: { ...data, startedBy: by } },
    { type: 'HandJoined', data: { buildId, workshopId, memberId: by } },
  );
}
