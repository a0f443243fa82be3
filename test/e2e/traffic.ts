import type { BrowserContext, Request } from 'playwright-core';

/** How many are told when a test fails. */
const TOLD = 25;

/** What the pages of a context ask for. */
export interface Traffic {
  /** Requests under way; open streams of live changes are always. */
  underWay(): number;
  /** The last ones, a line each: method, address, what became of it. */
  last(): string[];
}

const watched = new WeakMap<BrowserContext, Traffic>();

/** Notes from now on what the pages of a context ask for. */
export function watchTraffic(context: BrowserContext): Traffic {
  const open = new Set<Request>();
  const lines = new Map<Request, string>();
  const note = (request: Request, outcome: string) => {
    const address = request.url().slice(0, 160);
    // In the order in which they were asked.
    lines.set(request, `${request.method()} ${address} ${outcome}`);
    for (const [oldest] of lines) {
      if (lines.size <= TOLD) break;
      lines.delete(oldest);
    }
  };
  context.on('request', (request) => {
    if (request.resourceType() === 'eventsource') return;
    open.add(request);
    note(request, 'under way');
  });
  context.on('response', (response) => note(response.request(), String(response.status())));
  context.on('requestfinished', (request) => open.delete(request));
  context.on('requestfailed', (request) => {
    open.delete(request);
    note(request, request.failure()?.errorText ?? 'failed');
  });
  const traffic: Traffic = { underWay: () => open.size, last: () => [...lines.values()] };
  watched.set(context, traffic);
  return traffic;
}

/** What was noted of a context; nothing where nobody watches. */
export const trafficOf = (context: BrowserContext): Traffic =>
  watched.get(context) ?? { underWay: () => 0, last: () => [] };
