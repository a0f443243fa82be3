import { z } from 'zod';
import { problemKind } from '../../shared/problem.ts';
import { HttpProblem, PROBLEMS } from './problem.ts';
import { type AnyRoute, defineRoute } from './route.ts';

/** `GET /problems/{kind}`: so that the `type` of every problem leads somewhere. */
export const problemPages: AnyRoute = defineRoute({
  method: 'get',
  path: '/problems/{kind}',
  summary: 'What a problem type means',
  tag: 'about',
  access: 'public',
  params: z.strictObject({ kind: z.string() }),
  reply: z.strictObject({ type: z.string(), title: z.string(), status: z.int(), meaning: z.string() }),
  handle: ({ params }) => {
    const { data: kind } = problemKind.safeParse(params.kind);
    if (kind === undefined) throw new HttpProblem('not-found');
    return { body: { type: `/problems/${kind}`, ...PROBLEMS[kind] } };
  },
});
