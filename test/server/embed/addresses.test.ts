import { describe, expect, it } from 'vitest';
import { designOfAddress, designOfPath } from '../../../server/embed/addresses.ts';

const ID = '0b1f6c1e-6f0a-4a53-9d0e-0b8f8a6f2f11';
const OURS = 'https://shop.example.org';

describe('an address', () => {
  it.each([
    [`/designs/${ID}`, null],
    [`/designs/${ID}/`, null],
    [`/designs/${ID}/model`, null],
    [`/designs/${ID}?revision=3`, 3],
    [`/designs/${ID}/parts?revision=3`, 3],
    [`/designs/${ID}/revisions/2`, 2],
    [`/designs/${ID}/revisions/2/manual`, 2],
    [`/designs/${ID}/revisions/2/manual/../../..`, null],
    [`/embed/designs/${ID.toUpperCase()}/revisions/2`, 2],
  ])('of a design is understood as people copy it: %s', (path, revision) => {
    expect(designOfAddress(OURS + path, OURS)).toEqual({ designId: ID, revision });
  });

  it.each([
    '/',
    '/designs',
    '/designs/drafts',
    `/machines/${ID}`,
    `/designs/${ID}/revisions/0`,
    `/designs/${ID}/revisions/1e3`,
    `/designs/${ID}/revisions/99999999999999`,
    `/designs/${ID}/revisions/`,
    `/designs/${ID}x`,
    `//designs/${ID}`,
  ])('of something else is none: %s', (path) => {
    expect(designOfAddress(OURS + path, OURS)).toBeNull();
  });

  it('of another site, or no address at all, is none', () => {
    for (const address of [
      `https://shop.example.org.evil.net/designs/${ID}`,
      `https://shop.example.org:8443/designs/${ID}`,
      `https://evil.net/@shop.example.org/designs/${ID}`,
      `https://evil.net/?https://shop.example.org/designs/${ID}`,
      `javascript://shop.example.org/designs/${ID}`,
      `ftp://shop.example.org/designs/${ID}`,
      `/designs/${ID}`,
      'nonsense',
      '',
    ]) {
      expect(designOfAddress(address, OURS), address).toBeNull();
    }
    expect(designOfAddress(`http://user:word@shop.example.org/designs/${ID}`, OURS)?.designId).toBe(ID);
  });

  it('that nests without end is answered at once', () => {
    expect(designOfPath(`/designs/${'a/'.repeat(100_000)}`)).toBeNull();
  });
});
