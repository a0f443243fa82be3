import { describe, expect, it } from 'vitest';
import { HttpProblem } from '../../../server/http/problem.ts';
import { RouteTable } from '../../../server/http/routeTable.ts';

const table = new RouteTable([
  { method: 'get', path: '/api/machines' },
  { method: 'get', path: '/api/machines/{machineId}' },
  { method: 'put', path: '/api/machines/{machineId}' },
  { method: 'post', path: '/api/machines/{machineId}/bookings/{bookingId}/move' },
]);

describe('a table of routes', () => {
  it('finds a path without parameters', () => {
    expect(table.find('/api/machines')?.routes.get('GET')?.route.path).toBe('/api/machines');
  });

  it('names and decodes the parameters of a path', () => {
    const found = table.find('/api/machines/a%20b/bookings/%C3%A9/move');
    expect(found?.values).toEqual(['a b', 'é']);
    expect(found?.routes.get('POST')?.names).toEqual(['machineId', 'bookingId']);
  });

  it('tells every method of a path', () => {
    expect([...(table.find('/api/machines/1')?.routes.keys() ?? [])]).toEqual(['GET', 'PUT']);
  });

  it.each([
    '/',
    '/api',
    '/api/machines/',
    '/api/machines/1/',
    '/api/Machines',
    '//api/machines',
    '/api/machines/1/bookings',
  ])('knows nothing at %s', (path) => expect(table.find(path)).toBeUndefined());

  it('does not walk out of its parameters with an encoded slash', () => {
    expect(table.find('/api/machines/..%2F..%2Fetc')?.values).toEqual(['../../etc']);
  });

  it('refuses what is not well encoded', () => {
    expect(() => table.find('/api/machines/%E0%A4')).toThrow(HttpProblem);
  });

  it('cannot hold two routes of one method and path', () => {
    const twice = { method: 'get', path: '/api/machines/{id}' };
    expect(() => new RouteTable([twice, { ...twice, path: '/api/machines/{machineId}' }])).toThrow(
      'Two routes',
    );
  });
});
