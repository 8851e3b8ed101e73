import { Clock } from '../clock/clock.js';
import type { Config } from '../config/config.js';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from './access-tokens.js';

const CLAIMS = { city: 320400, sub: 'person', sid: 'session' };
const AT = new Date('2026-11-27T10:00:00+08:00').getTime();

/** The application's clock, which goes by the database's and not by this machine's. */
class SetClock extends Clock {
  at = AT;
  override now(): Date {
    return new Date(this.at);
  }
}

const tokensAt = (clock: Clock, jwtSecret = 'x'.repeat(32)) => new AccessTokens({ jwtSecret } as Config, clock);

describe('an access token', () => {
  it('lives by the application’s clock, wherever it is read and whatever the machine’s says', () => {
    const [here, there] = [new SetClock(), new SetClock()];
    const token = tokensAt(here).sign(CLAIMS);
    for (const seconds of [0, ACCESS_TOKEN_SECONDS - 1]) {
      there.at = AT + seconds * 1_000;
      expect(tokensAt(there).read(token)).toEqual(CLAIMS);
    }
    there.at = AT + ACCESS_TOKEN_SECONDS * 1_000;
    expect(tokensAt(there).read(token)).toBeNull();
  });

  it('ends for whoever has read it before, too', () => {
    const clock = new SetClock();
    const tokens = tokensAt(clock);
    const token = tokens.sign(CLAIMS);
    expect(tokens.read(token)).toEqual(CLAIMS);
    clock.at += ACCESS_TOKEN_SECONDS * 1_000;
    expect(tokens.read(token)).toBeNull();
    clock.at -= 1_000;
    expect(tokens.read(token)).toEqual(CLAIMS);
  });

  it('of somebody else, or no token at all, is nothing', () => {
    const clock = new SetClock();
    expect(tokensAt(clock).read(tokensAt(clock, 'y'.repeat(32)).sign(CLAIMS))).toBeNull();
    for (const token of ['', 'x', 'a.b.c']) expect(tokensAt(clock).read(token)).toBeNull();
  });
});
