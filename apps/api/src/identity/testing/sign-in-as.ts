import type { Role } from '@linshao/domain';
import { v7 as uuidv7 } from 'uuid';
import { CallerCache } from '../caller-cache.js';
import { SessionsService } from '../sessions.service.js';
import type { TestApp } from '../../platform/testing/test-app.js';

const CITY = 320400;

export interface TestPost {
  readonly role: Role;
  /** Path of the area it counts for; areas that do not exist yet are made. */
  readonly area: string;
  /** Default: a post in the area itself. */
  readonly unitId?: string;
  readonly from?: Date;
  readonly to?: Date | null;
}

export interface TestPerson {
  readonly personId: string;
  readonly token: string;
  readonly refreshToken: string;
  /** For `.set(headers)` of a supertest request. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A new person with these posts, signed in. */
export async function signInAs(
  testApp: TestApp,
  { posts = [], name = '测试' }: { posts?: readonly TestPost[]; name?: string } = {},
): Promise<TestPerson> {
  const personId = uuidv7();
  await testApp.database.rows('INSERT INTO persons (city_id, id, name, invented) VALUES ($1, $2, $3, true)', [
    CITY,
    personId,
    name,
  ]);
  for (const post of posts) await appoint(testApp, personId, post);
  const { accessToken, refreshToken } = await testApp.app.get(SessionsService).start(CITY, personId, 'demo');
  return { personId, token: accessToken, refreshToken, headers: { authorization: `Bearer ${accessToken}` } };
}

/** Gives a person a post, effective at once. Answers with the post's id. */
export async function appoint(
  testApp: TestApp,
  personId: string,
  { role, area, unitId, from, to }: TestPost,
): Promise<string> {
  const areaId = await ensureArea(testApp, area);
  const id = uuidv7();
  await testApp.database.rows(
    `INSERT INTO posts (city_id, id, person_id, role, name, scope_type, scope_id, area_path, valid_from, valid_to)
     VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9)`,
    [
      CITY,
      id,
      personId,
      role,
      unitId ? 'unit' : 'area',
      unitId ?? areaId,
      area,
      from ?? new Date(Date.now() - 60_000),
      to ?? null,
    ],
  );
  testApp.app.get(CallerCache).forget(personId);
  return id;
}

const LEVELS: Readonly<Record<number, string>> = {
  1: 'city',
  2: 'district',
  3: 'subdistrict',
  4: 'community',
  5: 'grid',
  6: 'building',
  7: 'unit',
};

/** The id of the area of a path (`320400/320402/320402003/320402003012/G01`), made with everything above it if need be. */
export async function ensureArea(testApp: TestApp, path: string): Promise<string> {
  const known = await testApp.database.first<{ id: string }>('SELECT id FROM areas WHERE city_id = $1 AND path = $2', [
    CITY,
    path,
  ]);
  if (known) return known.id;
  const codes = path.split('/');
  const parentId = codes.length > 1 ? await ensureArea(testApp, codes.slice(0, -1).join('/')) : null;
  const id = uuidv7();
  await testApp.database.rows(
    `INSERT INTO areas (city_id, id, code, name, level, parent_id, path, source) VALUES ($1, $2, $3, $3, $4, $5, $6, 'test')`,
    [CITY, id, codes.at(-1), LEVELS[codes.length] ?? 'micro_grid', parentId, path],
  );
  return id;
}
