import { GRID_HOUSEHOLDS, gridSizeWarning } from './grid-size.js';
import { mayContainParty, PARTY_LEVEL_CODES, PARTY_LEVELS } from './party-level.js';

describe('party levels', () => {
  it('lead from the work committee down to a household', () => {
    const order = ['work_committee', 'committee', 'general_branch', 'branch', 'group', 'household'] as const;
    for (const [depth, level] of order.slice(0, -1).entries()) {
      expect(mayContainParty(level, order[depth + 1] ?? 'household')).toBe(true);
    }
    expect(mayContainParty('work_committee', 'branch')).toBe(true);
  });

  it('never hang a level below itself or below a finer one', () => {
    for (const [depth, level] of PARTY_LEVEL_CODES.entries()) {
      for (const child of PARTY_LEVELS[level].contains) expect(PARTY_LEVEL_CODES.indexOf(child)).toBeGreaterThan(depth);
    }
    expect(mayContainParty('group', 'branch')).toBe(false);
  });
});

describe('gridSizeWarning', () => {
  it('stays silent from 300 to 500 households, both included', () => {
    expect([GRID_HOUSEHOLDS.fewest, 412, GRID_HOUSEHOLDS.most].map(gridSizeWarning)).toEqual([null, null, null]);
  });

  it('says which way an unusual grid is off, with its figure', () => {
    expect(gridSizeWarning(299)).toMatch(/299 户，少于/);
    expect(gridSizeWarning(501)).toMatch(/501 户，多于/);
  });
});
