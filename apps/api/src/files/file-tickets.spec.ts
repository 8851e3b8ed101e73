import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { FileTickets } from './file-tickets.js';

const clock = { now: () => new Date(now) } satisfies Clock;
const ticketsOf = (jwtSecret: string) => new FileTickets({ jwtSecret } as unknown as Config, clock);
const tickets = ticketsOf('one secret');
let now = '';

describe('a ticket for a photo', () => {
  beforeEach(() => void (now = '2026-11-22T10:20:00+08:00'));

  it('holds for the rest of this hour and the next', () => {
    const { ticket, until } = tickets.issue(320400, 'photo');
    expect(until).toEqual(new Date('2026-11-22T12:00:00+08:00'));
    expect(tickets.check(ticket, 'photo')).toEqual({ cityId: 320400, until });
    now = '2026-11-22T11:59:59+08:00';
    expect(tickets.check(ticket, 'photo')).not.toBeNull();
    now = '2026-11-22T12:00:00+08:00';
    expect(tickets.check(ticket, 'photo')).toBeNull();
  });

  it('is the same all through the hour, so that caches know the address', () => {
    const first = tickets.issue(320400, 'photo');
    now = '2026-11-22T10:59:59+08:00';
    expect(tickets.issue(320400, 'photo')).toEqual(first);
  });

  it('is good for one photo of one city, and only as it was issued', () => {
    const { ticket } = tickets.issue(320400, 'photo');
    expect(tickets.check(ticket, 'another')).toBeNull();
    expect(tickets.check(ticket.replace('320400', '320500'), 'photo')).toBeNull();
    expect(tickets.check(`${ticket}x`, 'photo')).toBeNull();
    expect(tickets.check('', 'photo')).toBeNull();
    expect(ticketsOf('another secret').check(ticket, 'photo')).toBeNull();
  });
});
