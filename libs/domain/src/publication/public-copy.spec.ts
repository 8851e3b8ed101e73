import { ORDER_STATES } from '../orders/state.js';
import { boardsOf } from '../orders/visibility.js';
import type { AreaLevel } from '../organisation/area-level.js';
import { orderIn } from '../testing/orders.js';
import { lampOf } from './lamp.js';
import { mayBecomePublic, publicArea } from './public-copy.js';

describe('the wish lamp', () => {
  it.each([
    ['waits while nobody took it on', { assigneeId: null, solved: null }, 'waiting'],
    ['tells that somebody did', { assigneeId: 'p1', solved: null }, 'claimed'],
    ['stays unlit when the resident says no', { assigneeId: 'p1', solved: false }, 'claimed'],
    ['is lit by the resident', { assigneeId: 'p1', solved: true }, 'lit'],
  ])('%s', (_, facts, lamp) => {
    expect(lampOf({ kind: 'wish', ...facts })).toBe(lamp);
  });

  it('is not lit by whoever calls the work done, nor by time', () => {
    for (const state of ORDER_STATES) {
      expect(lampOf(orderIn(state, { kind: 'wish', solved: null }))).not.toBe('lit');
    }
  });

  it('belongs to wishes alone', () => {
    expect(lampOf({ kind: 'problem', assigneeId: 'p1', solved: true })).toBeNull();
  });
});

describe('a public copy', () => {
  it('never exists of a confidential order or a child task, nor once it ended otherwise', () => {
    for (const state of ORDER_STATES) {
      expect(mayBecomePublic(orderIn(state, { confidential: true }))).toBe(false);
      expect(mayBecomePublic(orderIn(state, { parentId: 'o0' }))).toBe(false);
    }
    expect(ORDER_STATES.filter((state) => !mayBecomePublic(orderIn(state)))).toEqual([
      'rejected',
      'withdrawn',
      'merged',
    ]);
  });

  it('exists of everything that stands on a board', () => {
    for (const kind of ['wish', 'problem'] as const) {
      for (const state of ORDER_STATES) {
        const order = orderIn(state, { kind });
        if (boardsOf(order).length > 0) expect(mayBecomePublic(order)).toBe(true);
      }
    }
  });
});

describe('the area the public may know', () => {
  const LEVELS: [string, AreaLevel][] = [
    ['常州市', 'city'],
    ['天宁区', 'district'],
    ['天宁街道', 'subdistrict'],
    ['富强新村社区', 'community'],
    ['第一网格', 'grid'],
    ['一区', 'estate'],
    ['3幢', 'building'],
    ['2单元', 'unit'],
  ];
  const areas = LEVELS.map(([name, level], i) => ({
    path: LEVELS.slice(0, i + 1)
      .map((_, n) => `c${n}`)
      .join('/'),
    name,
    level,
  }));

  it('ends at the estate, named from the community down', () => {
    expect(publicArea([...areas].reverse())).toEqual({
      path: 'c0/c1/c2/c3/c4/c5',
      name: '富强新村社区 第一网格 一区',
    });
  });

  it('skips a micro-grid, which may be one building', () => {
    expect(
      publicArea([...areas.slice(0, 5), { path: 'c0/c1/c2/c3/c4/m1', name: '3幢微网格', level: 'micro_grid' }]),
    ).toEqual({ path: 'c0/c1/c2/c3/c4', name: '富强新村社区 第一网格' });
  });

  it('is the smallest one when there is no community, and null when nothing is known', () => {
    expect(publicArea(areas.slice(0, 3))).toEqual({ path: 'c0/c1/c2', name: '天宁街道' });
    expect(publicArea([])).toBeNull();
  });
});
