import type { Actor } from '../identity/actor.js';
import { type Role, ROLES } from '../identity/role.js';
import { type OpenItem, mayHandOver, mayTakeOver } from './handover.js';
import { DUTY_STAFF, mayKeepRoster, mayWorkAtDesk, ROSTER_KEEPERS } from './roster-rights.js';

const NOW = new Date('2026-02-14T08:00:00+08:00');
const COMMUNITY = '320400/320402/320402003/320402003012';
const STREET = '320400/320402/320402003';
const OPEN: OpenItem = { orderId: 'o', number: '260214-000001', dueAt: NOW, missed: false };

describe('a hand-over note', () => {
  it.each<[string, string, OpenItem[], string | null]>([
    ['nothing open and nothing to say', '', [], null],
    ['words about what is open', '已经联系物业', [OPEN], null],
    ['no words about what is open', '', [OPEN], 'duty.note_too_short'],
    ['four characters', '已联系了', [OPEN], 'duty.note_too_short'],
    ['spaces between them', '已 联 系 了', [OPEN], 'duty.note_too_short'],
    ['spaces for words', '     ', [OPEN], 'duty.note_too_short'],
    ['rare characters, each one', '𠮷𠮷𠮷𠮷', [OPEN], 'duty.note_too_short'],
    ['too many words', '长'.repeat(1001), [], 'duty.note_too_long'],
  ])('%s', (_, note, open, code) => {
    const decision = mayHandOver(note, open);
    expect(decision.ok ? null : decision.code).toBe(code);
  });
});

it('is taken over by anybody but its writer', () => {
  expect(mayTakeOver('writer', 'next')).toEqual({ ok: true, value: null });
  expect(mayTakeOver('writer', 'writer')).toMatchObject({ ok: false, code: 'duty.handover_own' });
});

describe('who keeps a roster and works at the desk', () => {
  const actor = (role: Role, areaPath: string): Actor => ({
    type: 'person',
    personId: 'p',
    posts: [{ id: '1', role, name: '', scope: { type: 'area', areaId: 'a', areaPath }, from: new Date(0), to: null }],
  });

  it.each(ROLES)('%s', (role) => {
    const keeps = ROSTER_KEEPERS.some((keeper) => keeper === role);
    const works = DUTY_STAFF.some((staff) => staff === role);
    expect(mayKeepRoster(actor(role, COMMUNITY), COMMUNITY, NOW).ok).toBe(keeps);
    expect(mayWorkAtDesk(actor(role, COMMUNITY), COMMUNITY, NOW).ok).toBe(works);
    expect(mayKeepRoster(actor(role, COMMUNITY), STREET, NOW).ok).toBe(false);
    expect(mayWorkAtDesk(actor(role, STREET), COMMUNITY, NOW).ok).toBe(works);
  });

  it('is nobody without a post', () => {
    const resident: Actor = { type: 'person', personId: 'p', posts: [] };
    expect(mayKeepRoster(resident, COMMUNITY, NOW)).toMatchObject({ code: 'duty.not_keeper' });
    expect(mayWorkAtDesk(resident, COMMUNITY, NOW)).toMatchObject({ code: 'duty.not_staff' });
  });
});
