import fc from 'fast-check';
import type { Config } from '../platform/config/config.js';
import { RefreshTokens } from './refresh-tokens.js';

const tokens = new RefreshTokens({ jwtSecret: 'x'.repeat(32) } as Config);
const claims = fc.record({
  cityId: fc.integer({ min: 100_000, max: 999_999 }),
  sessionId: fc.uuid(),
  generation: fc.integer({ min: 0, max: 999_999_999 }),
});

it('reads what it made, and always makes the same', () => {
  fc.assert(
    fc.property(claims, (claim) => {
      const token = tokens.make(claim);
      expect(tokens.make(claim)).toBe(token);
      expect(tokens.read(token)).toEqual(claim);
    }),
  );
});

it('reads nothing that was changed, made with another key, or made up', () => {
  const foreign = new RefreshTokens({ jwtSecret: 'y'.repeat(32) } as Config);
  fc.assert(
    fc.property(claims, fc.nat(), fc.string(), (claim, at, text) => {
      const token = tokens.make(claim);
      const place = at % token.length;
      const changed = token.slice(0, place) + (token[place] === 'A' ? 'B' : 'A') + token.slice(place + 1);
      expect(tokens.read(changed)).toBeNull();
      expect(foreign.read(token)).toBeNull();
      expect(tokens.read(text)).toBeNull();
    }),
  );
});
