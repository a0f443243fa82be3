import { z } from 'zod';
import type { RawRoute } from './rawRoute.ts';
import { type AnyRoute, defineRoute } from './route.ts';
import { sendJson } from './send.ts';

/** One part of the program: whether it is well, and why not. */
const partState = z.strictObject({ well: z.boolean(), reason: z.string().optional() });
export type PartState = z.infer<typeof partState>;

export const readiness = z.strictObject({ ready: z.boolean(), parts: z.record(z.string(), partState) });

/** Asks each part; one that throws or takes longer than a second is not well. */
export type Checks = Record<string, () => PartState | Promise<PartState>>;

const PATIENCE_MILLISECONDS = 1000;

export const aliveRoute: AnyRoute = defineRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Whether the process is alive',
  tag: 'operation',
  access: 'public',
  reply: z.strictObject({ alive: z.boolean() }),
  handle: () => ({ body: { alive: true } }),
});

/** `GET /readyz`: 200 when every part is well, else 503, with each part's reason. */
export function readyRoute(checks: Checks): RawRoute {
  return {
    method: 'get',
    path: '/readyz',
    summary: 'Whether every part is ready to serve',
    tag: 'operation',
    access: 'public',
    query: z.strictObject({}),
    produces: 'application/json',
    statuses: [200, 503],
    respond: async (_request, response) => {
      const states = await Promise.all(
        Object.entries(checks).map(async ([name, check]) => [name, await stateOf(check)] as const),
      );
      const ready = states.every(([, { well }]) => well);
      response.setHeader('Cache-Control', 'no-store');
      sendJson(response, ready ? 200 : 503, { ready, parts: Object.fromEntries(states) });
    },
  };
}

async function stateOf(check: Checks[string]): Promise<PartState> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<PartState>((resolve) => {
    timer = setTimeout(() => resolve({ well: false, reason: 'It does not answer.' }), PATIENCE_MILLISECONDS);
  });
  try {
    return await Promise.race([Promise.resolve().then(check), tooLate]);
  } catch (error) {
    return { well: false, reason: error instanceof Error ? `It fails: ${error.name}.` : 'It fails.' };
  } finally {
    clearTimeout(timer);
  }
}
