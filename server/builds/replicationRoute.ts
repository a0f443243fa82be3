import { z } from 'zod';
import { replicationReport } from '../../shared/builds/replicationViews.ts';
import { designId } from '../../shared/identifiers.ts';
import { enterDesign } from '../designs/door.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { replicationReportOf } from './replications.ts';

/** Who built a design, where, and what they found. */
export const replicationRoute = (parts: Parts): AnyRoute =>
  defineRoute({
    method: 'get',
    path: '/api/designs/{designId}/replications',
    summary: 'Who built a design or a fork of it: where, what they changed, hours, cost, tests',
    tag: 'designs',
    access: 'public',
    scopes: ['workshops:read'],
    params: z.strictObject({ designId }),
    reply: replicationReport,
    handle: (request) => {
      const { designId } = enterDesign(parts.views, request, 'design.read');
      return { body: replicationReportOf(parts, designId, request), momentary: true };
    },
  });
