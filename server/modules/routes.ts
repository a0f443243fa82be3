import { z } from 'zod';
import { DRAWING_VIEWS } from '../../shared/drawings/views.ts';
import { moduleById, modules } from '../../shared/modules/all.ts';
import type { Module } from '../../shared/modules/module.ts';
import { moduleList, moduleView } from '../../shared/modules/moduleViews.ts';
import { answerDrawing } from '../drawings/answerDrawing.ts';
import type { Drawings } from '../drawings/drawings.ts';
import { DRAWING_SIZES } from '../drawings/order.ts';
import { HttpProblem } from '../http/problem.ts';
import type { RawRoute } from '../http/rawRoute.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import { knownOf, moduleViewOf, valuesFrom } from './moduleView.ts';

const params = z.strictObject({ module: z.string().max(80) });
/** Names of parameters and what they shall be; each module has its own. */
const said = z.record(z.string().max(60), z.string().max(120));
const read = { method: 'get', tag: 'modules', access: 'public', scopes: ['workshops:read'] } as const;

/** @throws {HttpProblem} not-found */
function enterModule(id: string): Module {
  const module = moduleById(id);
  if (!module) throw new HttpProblem('not-found', 'There is no such module.');
  return module;
}

/** The modules of the construction set: they are the same for everybody. */
export function moduleRoutes(): AnyRoute[] {
  return [
    defineRoute({
      ...read,
      path: '/api/modules',
      summary: 'The parametric modules, with the limits of their parameters and where these come from',
      reply: moduleList,
      handle: () => ({ body: { modules: modules.map(knownOf) } }),
    }),
    defineRoute({
      ...read,
      path: '/api/modules/{module}',
      summary:
        'One module at values of its parameters (`?length=76 in`): interfaces, parts, mass, what it needs',
      params,
      query: said,
      reply: moduleView,
      handle: ({ params: { module: id }, query }) => {
        const module = enterModule(id);
        return { body: moduleViewOf(module, valuesFrom(module, query)) };
      },
    }),
  ];
}

/** Line drawings of modules, at any values. */
export function moduleDrawingRoute(drawings: Drawings): RawRoute {
  return {
    ...read,
    path: '/api/modules/{module}/drawing.svg',
    summary: 'A line drawing of a module at values of its parameters, hidden lines removed',
    params,
    query: z
      .object({ view: z.enum(DRAWING_VIEWS).optional(), size: z.enum(DRAWING_SIZES).optional() })
      .catchall(z.string().max(120)),
    produces: 'image/svg+xml',
    respond: async (request, response, context) => {
      const module = enterModule(context.params.module ?? '');
      const { view: side, size: sized, ...values } = context.query;
      const view = DRAWING_VIEWS.find((each) => each === side) ?? 'iso';
      const size = DRAWING_SIZES.find((each) => each === sized) ?? 'full';
      const chosen = valuesFrom(module, values);
      const [fault] = module.faults(chosen);
      if (fault !== undefined) throw new HttpProblem('not-found', fault);
      const isUsual = Object.keys(values).length === 0;
      const drawing = drawings.of(
        ['module', module.id, JSON.stringify(chosen), view, size],
        isUsual ? 'disk' : 'memory',
        async () => ({ kind: 'module', module: module.id, values: chosen, view, size, title: module.name }),
      );
      await answerDrawing(request, response, drawing, false);
    },
  };
}
