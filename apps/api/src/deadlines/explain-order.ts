import type { CalendarsService } from '../calendars/calendars.service.js';
import type { Database } from '../platform/database/database.js';
import { DeadlinesRepository } from './deadlines.repository.js';
import { explainText } from './explain-text.js';
import { ExplainRepository } from './explain.repository.js';

/** @param wanted id or number of an order @returns null when there is none */
export async function explainOrder(
  database: Database,
  calendars: CalendarsService,
  cityId: number,
  wanted: string,
): Promise<string | null> {
  const repository = new ExplainRepository(database);
  const order = await repository.order(cityId, wanted);
  if (!order) return null;
  const { calendar } = await calendars.inForce(cityId);
  const deadlines = await new DeadlinesRepository(database).aboutOrder(cityId, order.id);
  const ids = deadlines.map(({ id }) => id);
  const changes = await repository.changes(cityId, ids);
  const escalations = await repository.escalations(cityId, order.id);
  return explainText({ order, deadlines, changes, escalations, calendar });
}
