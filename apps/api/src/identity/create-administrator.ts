import type { Database } from '../platform/database/database.js';
import { isViolation } from '../platform/database/violation.js';
import { nextId } from '../platform/ids.js';
import { PasswordHashes } from './password-hashes.service.js';
import { passwordProblem } from './password-policy.js';
import { PasswordsRepository } from './passwords.repository.js';

export interface NewAdministrator {
  readonly cityId: number;
  readonly userName: string;
  readonly password: string;
  /** Full name, e.g. 王建国. */
  readonly name: string;
  /** Code of the area to administer, e.g. 320400 for the whole city. */
  readonly areaCode: string;
}

/**
 * The first administrator of an installation, from whom all other posts come. Answers with the person's id.
 * @throws Error with a sentence for the operator
 */
export async function createAdministrator(
  database: Database,
  { cityId, userName, password, name, areaCode }: NewAdministrator,
): Promise<string> {
  const problem = passwordProblem(password, userName);
  if (problem) throw new Error(problem);
  const areas = await database.rows<{ id: string; name: string; path: string }>(
    'SELECT id, name, path FROM areas WHERE city_id = $1 AND code = $2 LIMIT 2',
    [cityId, areaCode],
  );
  const [area] = areas;
  if (!area || areas.length > 1) {
    throw new Error(
      `没有代码为 ${areaCode} 的区域，请先导入区划: npm run areas:load. There is no one area ${areaCode}; load the areas first.`,
    );
  }
  const hash = await new PasswordHashes().hash(password);
  const id = nextId();
  try {
    await database.transaction(async (tx) => {
      await tx.rows('INSERT INTO persons (city_id, id, name) VALUES ($1, $2, $3)', [cityId, id, name]);
      await new PasswordsRepository(database).assign(tx, cityId, id, userName, hash, false);
      await tx.rows(
        `INSERT INTO posts (city_id, id, person_id, role, name, scope_type, scope_id, area_path, valid_from)
         VALUES ($1, $2, $3, 'administrator', $4, 'area', $5, $6, now())`,
        [cityId, nextId(), id, `${area.name}管理员`, area.id, area.path],
      );
    });
  } catch (error) {
    if (!isViolation(error, 'unique', 'logins_pkey')) throw error;
    throw new Error(`用户名 ${userName} 已有人使用，请换一个。The user name ${userName} is taken.`, { cause: error });
  }
  return id;
}
