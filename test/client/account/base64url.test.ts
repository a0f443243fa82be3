import { expect, it } from 'vitest';
import { base64urlOf, bytesOf } from '../../../client/account/base64url.ts';

it('bytes are the same after a round through base64url, without padding', () => {
  for (let length = 0; length < 70; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + 250) % 256);
    const text = base64urlOf(bytes.buffer);
    expect(text).toMatch(/^[A-Za-z0-9_-]*$/);
    expect(bytesOf(text)).toEqual(bytes);
  }
});
