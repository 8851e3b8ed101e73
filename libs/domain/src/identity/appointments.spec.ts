import { COMMUNITY, GRID, NOW, person, post, STREET, SYSTEM } from '../testing/people.js';
import { mayAppoint } from './appointments.js';
import { ROLES, type Role } from './role.js';

const scope = (areaPath: string) => ({ type: 'area', areaId: areaPath, areaPath }) as const;
const appointment = (role: Role, areaPath = GRID) => ({ personId: 'somebody', role, scope: scope(areaPath) });

describe('appointing', () => {
  it('is an administrator’s right for every role within their own area', () => {
    const administrator = person('admin', post('administrator', STREET));
    for (const role of ROLES) expect(mayAppoint(administrator, appointment(role), NOW).ok).toBe(true);
    expect(mayAppoint(administrator, appointment('dispatcher', '320400/320402'), NOW)).toMatchObject({
      code: 'post.beyond_area',
    });
  });

  it('lets a secretary staff the community but create no office above or beside their own', () => {
    const secretary = person('sec', post('secretary'));
    const allowed = ROLES.filter((role) => mayAppoint(secretary, appointment(role), NOW).ok);
    expect(allowed).toEqual(['party_member', 'cadre', 'grid_worker', 'duty_officer', 'dispatcher', 'provider']);
    expect(mayAppoint(secretary, appointment('grid_worker', STREET), NOW)).toMatchObject({ code: 'post.beyond_area' });
  });

  it('is nobody else’s, and nobody’s for themselves', () => {
    expect(mayAppoint(person('d', post('dispatcher')), appointment('grid_worker'), NOW)).toMatchObject({
      code: 'post.not_allowed',
      title: '您的岗位不能任命“网格员”，请联系上级管理员。',
    });
    const administrator = person('somebody', post('administrator', STREET));
    expect(mayAppoint(administrator, appointment('secretary'), NOW)).toMatchObject({ code: 'post.own' });
  });

  it('ends with the post it rests on', () => {
    const former = person('admin', post('administrator', COMMUNITY, { to: NOW }));
    expect(mayAppoint(former, appointment('dispatcher'), NOW).ok).toBe(false);
  });

  it('names the post by which it was done', () => {
    const own = post('administrator', COMMUNITY);
    expect(mayAppoint(person('admin', own), appointment('dispatcher'), NOW)).toEqual({ ok: true, value: own });
    expect(mayAppoint(SYSTEM, appointment('dispatcher'), NOW)).toEqual({ ok: true, value: null });
  });
});
