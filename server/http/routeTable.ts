import { HttpProblem } from './problem.ts';

interface Node<R> {
  literal: Map<string, Node<R>>;
  parameter: Node<R> | undefined;
  /** By method in upper case, with the names of the path's parameters in order. */
  routes: Map<string, { route: R; names: string[] }> | undefined;
}

export interface Found<R> {
  /** By method in upper case. */
  routes: ReadonlyMap<string, { route: R; names: string[] }>;
  /** Decoded values of the path's parameters, in order. */
  values: string[];
}

const node = <R>(): Node<R> => ({ literal: new Map(), parameter: undefined, routes: undefined });

/** Finds the routes of a path segment by segment: what is looked up does not grow with the number of routes. */
export class RouteTable<R extends { method: string; path: string }> {
  readonly #root: Node<R> = node();

  constructor(routes: Iterable<R>) {
    for (const route of routes) this.#add(route);
  }

  #add(route: R): void {
    const names: string[] = [];
    let at = this.#root;
    for (const segment of route.path.slice(1).split('/')) {
      const name = /^\{(\w+)\}$/.exec(segment)?.[1];
      if (name === undefined) {
        const next = at.literal.get(segment) ?? node<R>();
        at.literal.set(segment, next);
        at = next;
      } else {
        names.push(name);
        at.parameter ??= node();
        at = at.parameter;
      }
    }
    at.routes ??= new Map();
    const method = route.method.toUpperCase();
    if (at.routes.has(method)) throw new Error(`Two routes answer ${method} ${route.path}.`);
    at.routes.set(method, { route, names });
  }

  /**
   * The routes of a path as it stands in the request line, without query; undefined where there is none.
   * @throws {HttpProblem} malformed-request for a percent sign that encodes nothing.
   */
  find(path: string): Found<R> | undefined {
    const values: string[] = [];
    let at = this.#root;
    for (const segment of path.slice(1).split('/')) {
      const literal = at.literal.get(segment);
      if (literal !== undefined) at = literal;
      else if (at.parameter !== undefined && segment !== '') {
        values.push(decoded(segment));
        at = at.parameter;
      } else return undefined;
    }
    return at.routes === undefined ? undefined : { routes: at.routes, values };
  }
}

/** @throws {HttpProblem} malformed-request for a percent sign that encodes nothing. */
export function decoded(segment: string): string {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new HttpProblem('malformed-request', 'The address is not well encoded.');
  }
}
