/** Jest's globalTeardown: ends the server that the set-up started in this same process. */
export default async function teardown() {
  await /** @type {{ stopTestPostgres?: () => Promise<void> }} */ (globalThis).stopTestPostgres?.();
}
