import { explain } from './problem.mjs';
import { throwawayPostgres } from './testing/throwaway-postgres.mjs';

/** Jest's globalSetup: one server for the whole run. Tests find it in TEST_PG_ADMIN_URL and make databases of their own. */
export default async function setup() {
  try {
    const postgres = await throwawayPostgres();
    process.env.TEST_PG_ADMIN_URL = postgres.adminUrl;
    Object.assign(globalThis, { stopTestPostgres: postgres.stop });
  } catch (error) {
    explain(error);
    throw error;
  }
}
