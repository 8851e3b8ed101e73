import fc from 'fast-check';
import { categoryPath, isLeaf, policyFor, type Category } from './category.js';
import { DEFAULT_POLICY, type PolicyOverrides } from './policy.js';

const HOURS_24 = { amount: 24, unit: 'hours', clock: 'natural' } as const;
const HOURS_2 = { amount: 2, unit: 'hours', clock: 'natural' } as const;

const TREE: readonly Category[] = [
  {
    code: 'utilities',
    name: '水电气',
    kinds: ['problem'],
    policy: { finish: HOURS_24, rateDays: 3, pauseOn: { weather: [] } },
    children: [
      {
        code: 'gas',
        name: '燃气',
        kinds: ['problem'],
        children: [{ code: 'gas-leak', name: '燃气泄漏', kinds: ['problem'], policy: { finish: HOURS_2 } }],
      },
    ],
  },
];

describe('a category’s policy', () => {
  it('is inherited level by level, the deepest word last', () => {
    const policy = policyFor(TREE, 'gas-leak', { rateDays: 9, urgeEveryMinutes: 30 });
    expect(policy).toMatchObject({ finish: HOURS_2, rateDays: 3, urgeEveryMinutes: 30, reply: DEFAULT_POLICY.reply });
    expect(policyFor(TREE, 'gas')).toMatchObject({ finish: HOURS_24 });
  });

  it('overrides single pauses and keeps the others', () => {
    expect(policyFor(TREE, 'gas')?.pauseOn).toEqual({ ...DEFAULT_POLICY.pauseOn, weather: [] });
  });

  it('does not exist for a category that does not', () => {
    expect(policyFor(TREE, 'nothing')).toBeNull();
    expect(categoryPath(TREE, 'nothing')).toEqual([]);
  });

  it('promises a reply within one hour, day and night, unless somebody says otherwise (C6)', () => {
    expect(DEFAULT_POLICY.reply).toEqual({ amount: 60, unit: 'minutes', clock: 'natural' });
  });

  it('is, for each value, the nearest one set above', () => {
    const overrides = fc.record({ rateDays: fc.nat(), maxPhotos: fc.nat() }, { requiredKeys: [] });
    fc.assert(
      fc.property(overrides, overrides, overrides, (place, top, leaf) => {
        const tree: Category[] = [
          {
            code: 'a',
            name: 'a',
            kinds: [],
            policy: top,
            children: [{ code: 'b', name: 'b', kinds: [], policy: leaf }],
          },
        ];
        const nearest = (key: 'rateDays' | 'maxPhotos') =>
          [leaf, top, place, DEFAULT_POLICY]
            .map((level: PolicyOverrides) => level[key])
            .find((value) => value !== undefined);
        expect(policyFor(tree, 'b', place)).toMatchObject({
          rateDays: nearest('rateDays'),
          maxPhotos: nearest('maxPhotos'),
        });
      }),
    );
  });
});

it('knows the path to a category and which ones take orders', () => {
  expect(categoryPath(TREE, 'gas-leak').map(({ code }) => code)).toEqual(['utilities', 'gas', 'gas-leak']);
  expect(categoryPath(TREE, 'gas-leak').map(isLeaf)).toEqual([false, false, true]);
});
