import { afterEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { randomId } from '../../client/randomId.ts';

afterEach(() => vi.unstubAllGlobals());

it('is a random UUID also where the browser has no randomUUID', () => {
  const getRandomValues = crypto.getRandomValues.bind(crypto);
  vi.stubGlobal('crypto', { getRandomValues });
  const ids = Array.from({ length: 50 }, randomId);
  expect(new Set(ids).size).toBe(50);
  expect(ids.filter((id) => !z.uuidv4().safeParse(id).success)).toEqual([]);
});
