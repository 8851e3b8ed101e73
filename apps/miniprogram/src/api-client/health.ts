import { getJson } from './get-json.js';

/** Resolves when the service says it is ready to work. @throws ApiError otherwise */
export async function fetchReady(): Promise<void> {
  await getJson('/api/health/ready');
}
