import { v7 as uuidv7 } from 'uuid';
import { ensureArea, signInAs, type TestPerson } from './identity/testing/sign-in-as.js';
import { createTestApp, type TestApp } from './platform/testing/test-app.js';

const COMMUNITY = '320400/320402/320402003/320402003012';
const cursorOf = (...parts: readonly unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
const ID = uuidv7();
const NOW = '2026-11-23T21:40:00.000Z';

/** Of the right shape as far as anybody looks who does not know what PostgreSQL reads. */
const FORGED: readonly string[] = [
  'x',
  '%00',
  'null',
  cursorOf(),
  cursorOf(null),
  ...['-'.repeat(36), '0'.repeat(36), 'null', '\0', `${ID}\0`, ID.replace(/-/g, ''), '', 1e300, -1, {}].map((id) =>
    cursorOf(id),
  ),
  ...['1', '99999-01-01', '+275760-09-13T00:00:00.000Z', '2026-02-31T00:00:00.000Z', '0000-00-00', '\0', 'now'].map(
    (at) => cursorOf(at, ID),
  ),
  cursorOf(NOW, '-'.repeat(36)),
  cursorOf('a\0', 1),
  cursorOf('a', 1e300),
  cursorOf('a', '\0', ID),
];

describe('a cursor that was made up', () => {
  let test: TestApp;
  let caller: TestPerson;
  beforeAll(async () => {
    test = await createTestApp();
    const roles = ['administrator', 'secretary', 'supervisor', 'duty_officer', 'dispatcher', 'grid_worker'] as const;
    caller = await signInAs(test, { posts: roles.map((role) => ({ role, area: COMMUNITY })) });
  });
  afterAll(() => test.close());

  const LISTS = [
    'areas',
    'boards/results',
    'deliveries',
    'duty/handovers?area=320402003012',
    'duty/queue',
    'duty/rosters',
    'duty/shifts',
    'duty/swaps',
    'escalations',
    'inbox',
    'ledger/heads',
    'matters',
    'objections',
    'orders',
    'party-organisations',
    'playbooks',
    'posts',
    'publications',
    'residencies',
    'robots',
    'supervision-orders',
    'units',
  ];

  it.each(LISTS)('is refused in words or read as the end of a page, and never a fault: %s', async (list) => {
    for (const cursor of FORGED) {
      const { status, body } = await test.http().get(`/api/${list}`).query({ cursor }).set(caller.headers);
      if (status === 200) continue;
      expect({ cursor, status, body }).toMatchObject({
        status: 400,
        body: { errors: [{ field: 'cursor', message: '翻页标记不对，请从第一页重新开始' }] },
      });
    }
  });

  it.each(['persons', 'dwellings'])('also in the lists of a place: %s', async (list) => {
    const area = await ensureArea(test, COMMUNITY);
    for (const cursor of FORGED) {
      const { status } = await test.http().get(`/api/${list}`).query({ cursor, area }).set(caller.headers);
      expect({ cursor, refused: status === 400 }).toEqual({ cursor, refused: true });
    }
  });
});
