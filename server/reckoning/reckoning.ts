import type { AssemblyView } from '../../shared/assemblies/assemblyView.ts';
import type { DesignContent, DraftContent } from '../../shared/designs/content.ts';
import { assemblySources } from '../designs/assemblySources.ts';
import { standingIn } from '../designs/standingIn.ts';
import { assemblyViewOf } from '../designs/views/assembly.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import {
  NoPlaceToWait,
  type OneThread,
  openOneThread,
  type ThreadLimits,
  TooMuch,
} from '../threads/oneThread.ts';
import type { DraftFindings, Reckoned, ReckoningOrder } from './order.ts';
import { findingsIn } from './reckon.ts';

type Sources = Pick<Parts, 'views' | 'designs'>;

/** What follows from models: of large ones in a thread of its own, so that nobody else waits for it. */
export interface Reckoning {
  /** Where it is too much, or too many wait, it says so in the place of what stands against the model. */
  draft(parts: Sources, content: DraftContent): Promise<DraftFindings>;
  /** @throws {HttpProblem} too-large, rate-limited */
  assembly(parts: Sources, content: DesignContent): Promise<AssemblyView>;
  close(): Promise<void>;
}

/** Up to so many things, mates and lines a model is reckoned at once: that is quicker than handing it over. */
const FEW = 500;
const LIMITS: ThreadLimits = { milliseconds: 20_000, waiting: 30, megabytes: 512, idle: 60_000 };

export type ReckoningThread = OneThread<ReckoningOrder, Reckoned>;

/** No thread begins before the first large model. */
export function openReckoning(limits: Partial<ThreadLimits> = {}): Reckoning {
  const script = new URL('./reckoningWorker.ts', import.meta.url);
  const thread: ReckoningThread = openOneThread(script, { ...LIMITS, ...limits });
  const ask = (parts: Sources, what: ReckoningOrder['what'], content: DraftContent) =>
    thread.ask(async () => ({
      what,
      content: JSON.stringify(content),
      designs: standingIn(parts, content).map(({ designId, revision, content: inner }) => ({
        designId,
        revision,
        content: inner,
      })),
    }));
  return {
    draft: async (parts, content) => {
      if (isSmall(parts, content)) return findingsIn(content, assemblySources(parts));
      const answer = await ask(parts, 'draft', content).catch((error: unknown) => {
        if (error instanceof TooMuch || error instanceof NoPlaceToWait) return null;
        throw error;
      });
      return answer?.what === 'draft' ? answer.found : NOT_CHECKED;
    },
    assembly: async (parts, content) => {
      if (isSmall(parts, content)) return assemblyViewOf(content, assemblySources(parts));
      const answer = await ask(parts, 'assembly', content).catch((error: unknown) => {
        if (error instanceof NoPlaceToWait) {
          throw new HttpProblem('rate-limited', 'Many models are being reckoned: ask again in a moment.', {
            headers: { 'Retry-After': '5' },
          });
        }
        if (error instanceof TooMuch) {
          throw new HttpProblem('too-large', 'This model is too large to be reckoned here.');
        }
        throw error;
      });
      if (answer.what !== 'assembly') throw new Error('the thread answered something else');
      return answer.view;
    },
    close: () => thread.close(),
  };
}

const thingsIn = ({ instances, mates, parts }: DraftContent): number =>
  instances.length + mates.length + parts.length;

/** With all that stands in it, each time that it stands there; what stands in that again may be any number. */
function isSmall(sources: Sources, content: DraftContent): boolean {
  if (thingsIn(content) > FEW) return false;
  const inner = standingIn(sources, content);
  const times = content.instances.filter(({ of }) => of.kind === 'design').length;
  const within = inner.reduce((sum, each) => sum + thingsIn(each.content), 0);
  return (
    within * times <= 4 * FEW &&
    inner.every((each) => each.content.instances.every(({ of }) => of.kind !== 'design'))
  );
}

const NOT_CHECKED: DraftFindings = {
  contradictions: [],
  modelProblems: [
    {
      kind: 'modelProblems',
      sentence: 'The model could not be checked here now: the workbench says what stands against it.',
      at: [['instances']],
      values: [],
    },
  ],
  hindrances: [],
};
