// npm run admin:create -- --user admin --name 王建国 [--area 320400]: the first administrator; the password is asked for.
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../migrations/index.js';
import { ConfigError, parseConfig } from '../platform/config/config.js';
import { dataSourceOptions, migrate } from '../platform/database/data-source.js';
import { Database } from '../platform/database/database.js';
import { createAdministrator } from './create-administrator.js';
import { USER_NAME } from './password.dto.js';
import { readSecret } from './read-secret.js';

const USAGE = `Usage 用法: npm run admin:create -- --user <user name 用户名> --name <full name 姓名> [--area 320400]
  The password is read from the keyboard or from standard input. 密码从键盘或标准输入读取。
  A user name is 3 to 32 letters, digits, dots or hyphens, beginning with a letter. 用户名为 3 到 32 个字母、数字、点或横线，以字母开头。`;

async function main(userName: string, name: string, areaCode: string | undefined): Promise<void> {
  const { cityId, databaseUrl } = parseConfig(process.env);
  const password = await readSecret('Password 密码: ');
  if (!password) throw new Error('没有读到密码。No password was given.');
  const dataSource = await new DataSource(dataSourceOptions(databaseUrl, 2, MIGRATIONS)).initialize();
  try {
    await migrate(dataSource);
    await createAdministrator(new Database(dataSource), {
      cityId,
      userName,
      password,
      name,
      areaCode: areaCode ?? String(cityId),
    });
    console.log(`Done 完成: ${userName} signs in with POST /api/auth/password. 可以用这个用户名登录了。`);
  } finally {
    await dataSource.destroy();
  }
}

const { values } = parseArgs({
  options: { user: { type: 'string' }, name: { type: 'string' }, area: { type: 'string' } },
});
const userName = values.user?.toLowerCase() ?? '';
if (!values.name || !USER_NAME.test(userName)) {
  console.error(USAGE);
  process.exit(2);
}
main(userName, values.name, values.area).catch((error: unknown) => {
  console.error(error instanceof ConfigError || !(error instanceof Error) ? String(error) : error.message);
  process.exitCode = 1;
});
