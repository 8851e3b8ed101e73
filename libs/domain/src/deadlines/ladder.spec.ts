import { DEFAULT_LADDER, rungAfter, rungRoleFor, RUNG_ROLES } from './ladder.js';

describe('the default ladder', () => {
  it('goes from the community to the sub-district, which opens a supervision order, to the sector', () => {
    expect(DEFAULT_LADDER.map(({ role, supervise }) => [role, supervise !== undefined])).toEqual([
      ['secretary', false],
      ['supervisor', true],
      ['regulator', false],
    ]);
    expect(DEFAULT_LADDER.map(({ role }) => role)).toEqual(RUNG_ROLES);
  });

  it('is climbed rung by rung, and ends', () => {
    expect([0, 1, 2, 3, 4].map((rung) => rungAfter(DEFAULT_LADDER, rung)?.role ?? null)).toEqual([
      ...RUNG_ROLES,
      null,
      null,
    ]);
    expect(rungAfter([], 0)).toBeNull();
  });

  it('leaves what is confidential in its circle', () => {
    expect(RUNG_ROLES.map((role) => rungRoleFor(role, { confidential: true }))).toEqual([
      'secretary',
      'supervisor',
      'supervisor',
    ]);
    expect(RUNG_ROLES.map((role) => rungRoleFor(role, { confidential: false }))).toEqual(RUNG_ROLES);
  });
});
