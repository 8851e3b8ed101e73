/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { covers } from '../identity/area-path.js';
import { ORDER_KINDS, ORDER_STATES, type OrderState } from '../orders/state.js';
import { containsPoint } from '../organisation/polygon.js';
import { redact } from '../publication/redact.js';
import { Replay } from '../testing/replay.js';
import { demoOrders } from './demo-orders.js';
import { ENDINGS } from './endings.js';
import type { ScriptedOrder } from './script.js';
import { readCommunity } from './read-community.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const community = readCommunity((file) => readFileSync(join(__dirname, '../../playbooks/fuqiang', file), 'utf8'));
/** A Sunday evening, the middle of a night, a Monday at opening, a year's first minute: the demo is born at any hour. */
const MOMENTS = [
  '2026-11-22T20:15:00+08:00',
  '2026-11-23T03:20:00+08:00',
  '2026-12-07T08:31:00+08:00',
  '2027-01-01T00:01:00+08:00',
];

describe.each(MOMENTS)('the demo orders at %s', (moment) => {
  const now = new Date(moment);
  const orders = demoOrders(community, now);
  const replay = new Replay(community);

  it('are 300, replayed without one refusal, each into the state it was written for', () => {
    replay.play(orders);
    const ends = orders.map((order) => ({ key: order.key, state: replay.found(order).order.state }));
    expect(ends).toEqual(orders.map(({ key, endsAs }) => ({ key, state: endsAs })));
    expect(orders).toHaveLength(300);
  });

  it('occur in every state and of every kind', () => {
    const states = new Map<OrderState, number>();
    for (const { endsAs } of orders) states.set(endsAs, (states.get(endsAs) ?? 0) + 1);
    for (const state of ORDER_STATES) expect([state, states.get(state)]).toEqual([state, ENDINGS[state].count]);
    expect(new Set(orders.map(({ kind }) => kind))).toEqual(new Set(ORDER_KINDS));
  });

  it('lie within the last 60 days, the oldest first, each step after the one before and none in the future', () => {
    const wrong = orders.filter(({ submittedAt, commands }) => {
      const times = [submittedAt, ...commands.map(({ at }) => at)].map((at) => at.getTime());
      const inOrder = times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0));
      return !inOrder || (times.at(-1) ?? 0) > now.getTime() || now.getTime() - (times[0] ?? 0) > 60 * DAY;
    });
    expect(wrong.map(({ key }) => key)).toEqual([]);
    const submitted = orders.map(({ submittedAt }) => submittedAt.getTime());
    expect(submitted).toEqual([...submitted].sort((a, b) => a - b));
  });

  it('were mostly answered within the hour, some late, and some still wait with minutes left', () => {
    const waits = orders.map(minutesToReply);
    const answered = waits.filter((wait) => wait !== null);
    const inTime = answered.filter((wait) => wait <= 60).length / answered.length;
    expect(inTime).toBeGreaterThan(0.9);
    expect(inTime).toBeLessThan(1);
    const open = orders.filter((order) => minutesToReply(order) === null);
    expect(
      open.filter(({ submittedAt }) => now.getTime() - submittedAt.getTime() < 60 * MINUTE).length,
    ).toBeGreaterThan(3);
    expect(
      open.filter(({ submittedAt }) => now.getTime() - submittedAt.getTime() > 60 * MINUTE).length,
    ).toBeGreaterThan(0);
  });

  it('let members work in waking hours, except where life is in danger', () => {
    const urgent = community.stories.filter(({ pace }) => pace === 'urgent').map(({ key }) => key);
    const claims = orders
      .filter(({ story }) => !urgent.includes(story))
      .flatMap(({ commands }) => commands.filter(({ command }) => command.action === 'claim'));
    const hours = claims.map(({ at }) => (at.getTime() / 3_600_000 + 8) % 24);
    expect(hours.length).toBeGreaterThan(200);
    expect(hours.filter((hour) => hour < 7.5 || hour > 21)).toEqual([]);
  });

  it('tell one story after another: none much more often than the rest', () => {
    const told = new Map<string, number>();
    for (const { story } of orders) told.set(story, (told.get(story) ?? 0) + 1);
    expect(told.size).toBeGreaterThanOrEqual(90);
    expect(Math.max(...told.values())).toBeLessThanOrEqual(8);
  });
});

describe('the demo orders', () => {
  const now = new Date('2026-11-22T20:15:00+08:00');
  const orders = demoOrders(community, now);

  it('are the same for the same moment', () => {
    expect(demoOrders(community, now)).toEqual(orders);
  });

  it('lie in the grid their point falls into', () => {
    const gridsAt = ({ point }: ScriptedOrder) =>
      community.areas.filter(({ polygon }) => polygon && containsPoint(polygon, point)).map(({ code }) => code);
    expect(orders.map(gridsAt)).toEqual(orders.map(({ area }) => [area]));
  });

  it('give the personas something to see: every state reported, work held by member and cadre', () => {
    const reported = (key: string) => new Set(orders.filter(({ reporter }) => reporter === key).map((o) => o.endsAs));
    expect(ORDER_STATES.filter((state) => !reported('resident').has(state))).toEqual([]);
    const held = (key: string): ScriptedOrder[] =>
      orders.filter(
        ({ endsAs, commands }) =>
          (endsAs === 'claimed' || endsAs === 'in_progress') &&
          commands.some(({ actor, command }) => actor === key && command.action === 'claim'),
      );
    expect(held('member').length).toBeGreaterThan(1);
    expect(held('cadre').length).toBeGreaterThan(1);
  });

  it('show every way an order can go: merged, split, urged, followed, reopened, reviewed, closed in silence', () => {
    const actions = new Set(orders.flatMap(({ commands }) => commands.map(({ command }) => command.action)));
    for (const action of [
      'merge',
      'split',
      'urge',
      'follow',
      'reopen',
      'review',
      'remark',
      'suspend',
      'return',
    ] as const) {
      expect([action, actions.has(action)]).toEqual([action, true]);
    }
    const silent = orders.filter(({ endsAs, commands }) => endsAs === 'closed' && commands.at(-1)?.actor === 'system');
    expect(silent.length).toBeGreaterThan(5);
  });

  it('hold personal words that redaction must remove, and none in what the community says', () => {
    expect(orders.filter(({ description }) => /1990000\d{4}/.test(description)).length).toBeGreaterThan(5);
    expect(orders.filter(({ description }) => /单元\d+室/.test(description)).length).toBeGreaterThan(10);
    expect(orders.filter(({ description }) => /[{}]/.test(description))).toEqual([]);
    const said = orders.map(({ title, commands }) =>
      JSON.stringify([title, ...commands.map(({ command }) => command)]),
    );
    expect(said.filter((words) => /1990000\d{4}|\{\w+\}|\d单元/.test(words))).toEqual([]);
    expect(community.people.filter(({ name }) => said.some((words) => words.includes(name)))).toEqual([]);
  });

  it('lose every phone, number and door to redaction, and keep what the community says as it is', () => {
    const person = (key: string) => community.people.find((each) => each.key === key);
    const known = { phones: [], idNumbers: [], addresses: [] };
    const leaks = orders.filter(({ reporter, description, address }) => {
      const { phone = '', idNumber = '', name = '' } = person(reporter) ?? {};
      const copy = redact(description, { names: [name], phones: [phone], idNumbers: [idNumber], addresses: [address] });
      return copy.includes(phone) || (idNumber !== '' && copy.includes(idNumber)) || /单元\d+室/.test(copy);
    });
    expect(leaks.map(({ key }) => key)).toEqual([]);
    const said = community.stories.flatMap(({ tellings }) =>
      tellings.flatMap(({ title, reply, summary, praise }) => [title, reply, summary, praise]),
    );
    expect(said.filter((words) => redact(words, known) !== words)).toEqual([]);
  });

  it('stay in their community', () => {
    const home = community.paths.get(community.playbook.community) ?? '';
    expect(orders.every(({ area }) => covers(home, community.paths.get(area) ?? ''))).toBe(true);
  });
});

function minutesToReply({ submittedAt, commands }: ScriptedOrder): number | null {
  const reply = commands.find(({ command }) => command.action === 'reply');
  return reply ? (reply.at.getTime() - submittedAt.getTime()) / MINUTE : null;
}
