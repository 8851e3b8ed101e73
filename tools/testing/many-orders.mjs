import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../postgres.mjs';

/**
 * Gives somebody of the demo many orders more, straight into the database of a running product: nobody waits for a
 * thousand requests. They are copies of one of their own, with titles of their own and of different lengths.
 * @param {string} dataDir of the product
 * @param {string} personId
 * @param {number} count
 * @returns {Promise<string[]>} their titles, the newest first
 */
export async function manyOrders(dataDir, personId, count) {
  // Adopts the server the product runs.
  const { url } = await startPostgres({ dir: join(dataDir, 'postgres') });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `INSERT INTO orders
       SELECT (jsonb_populate_record(one, jsonb_build_object(
                'id', uuidv7(), 'number', '990101' || lpad(n::text, 6, '0'), 'state', 'in_progress', 'due_at', null,
                'title', n || ' 号单：' || repeat('楼道灯不亮了，', 1 + n % 4)))).*
         FROM orders one, generate_series(1, $2::int) n
        WHERE one.id = (SELECT id FROM orders WHERE reporter_id = $1 AND parent_id IS NULL ORDER BY id LIMIT 1)
       RETURNING title`,
      [personId, count],
    );
    return rows.map(({ title }) => String(title)).reverse();
  } finally {
    await client.end();
  }
}
