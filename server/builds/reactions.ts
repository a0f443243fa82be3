import type { DesignEvent } from '../../shared/schemasOfEvents.ts';
import type { CommandDefinition } from '../commands/definition.ts';
import { designStream } from '../designs/commands.ts';
import { type DesignFacts, designDecider, NO_DESIGN_FACTS } from '../designs/decide.ts';
import type { RaiseProblem } from '../designs/designCommands.ts';
import type { DesignState } from '../designs/state.ts';
import type { Consequences, Reaction } from '../reactions/reaction.ts';
import { stockCommands, stockStream } from '../stock/commands.ts';
import { type BuildDefinition, buildStream } from './commands.ts';
import { buildDecider, NO_BUILD_FACTS } from './decide.ts';
import { followUpsOf, productLot } from './followUps.ts';
import { buildById } from './queries.ts';

const NOTHING: Consequences = { commands: [], notices: [] };

/** What was made begins to be: also where the server fell right after the build was completed. */
const makeThings: Reaction = {
  name: 'makeThings',
  on: ['BuildCompleted'],
  react({ type, data, revision }, { views }) {
    if (type !== 'BuildCompleted' || !('produced' in data)) return NOTHING;
    return { commands: followUpsOf(views, data, revision), notices: [] };
  },
};

/** What a build put on the shelf goes back when it is opened again; nothing of it has been used (see `reopen`). */
const takeProductBack: Reaction = {
  name: 'takeProductBack',
  on: ['BuildReopened'],
  react({ type, data }, { views }) {
    if (type !== 'BuildReopened' || !('buildId' in data) || data.buildId === null) return NOTHING;
    const build = buildById(views, data.buildId);
    if (!build?.product || build.completedRevision === null) return NOTHING;
    const { buildId, workshopId, product, completedRevision } = build;
    const { materialId } = product;
    const by = 'by' in data ? data.by : build.startedBy;
    const lotId = productLot(buildId, completedRevision);
    const command = { type: 'TakeReceiptBack', workshopId, materialId, lotId, by } as const;
    const { TakeReceiptBack } = stockCommands(views);
    const stream = stockStream(workshopId, materialId);
    return {
      commands: [
        { stream, give: (handler, given) => handler.handle(TakeReceiptBack, { ...given, command }) },
      ],
      notices: [],
    };
  },
};

const raiseProblem: CommandDefinition<RaiseProblem, DesignState, DesignEvent, DesignFacts> = {
  type: 'RaiseProblem',
  decider: designDecider,
  stream: ({ designId }) => designStream(designId),
  facts: () => NO_DESIGN_FACTS,
};

/** A problem that was met while building is raised on the design, in the same words. */
const raiseOnDesign: Reaction = {
  name: 'raiseOnDesign',
  on: ['RemarkMade'],
  react({ type, data }, { views }) {
    if (type !== 'RemarkMade' || !('remarkId' in data) || !('textId' in data)) return NOTHING;
    const { problem, textId, step, line, by } = data;
    const of = buildById(views, data.buildId)?.of;
    if (!problem || !of) return NOTHING;
    const { designId, problemId, safety } = problem;
    const { revision } = of;
    const said = { designId, problemId, revision, safety, step, line, textId, raisedBy: by };
    const command = { type: 'RaiseProblem', ...said } as const;
    return {
      commands: [
        {
          stream: designStream(designId),
          give: (handler, given) => handler.handle(raiseProblem, { ...given, command }),
        },
      ],
      notices: [],
    };
  },
};

const chooseLine: BuildDefinition<'ChooseLine'> = {
  type: 'ChooseLine',
  decider: buildDecider,
  stream: ({ buildId }) => buildStream(buildId),
  facts: (_command, { now }) => ({ ...NO_BUILD_FACTS, now }),
};

/** A part that is made for another build is what that one's line waits for. */
const waitForPart: Reaction = {
  name: 'waitForPart',
  on: ['BuildStarted'],
  react({ type, data }) {
    if (type !== 'BuildStarted' || !('forBuild' in data) || data.forBuild === null) return NOTHING;
    const { forBuild, buildId, startedBy: by } = data;
    const choice = { how: 'made', buildId } as const;
    const { buildId: other, line } = forBuild;
    const command = { type: 'ChooseLine', buildId: other, line, choice, by } as const;
    const stream = buildStream(other);
    return {
      commands: [{ stream, give: (handler, given) => handler.handle(chooseLine, { ...given, command }) }],
      notices: [],
    };
  },
};

/** What follows from builds. */
export const buildReactions: readonly Reaction[] = [makeThings, takeProductBack, raiseOnDesign, waitForPart];
