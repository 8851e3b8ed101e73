import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders, their append-only history, who follows them, and the keys that make writes safe to repeat. */
export class CreateOrders1763000010000 implements MigrationInterface {
  name = 'CreateOrders1763000010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SEQUENCE order_numbers');
    await runner.query(`
      CREATE TABLE orders (
        city_id int NOT NULL, id uuid NOT NULL, number text NOT NULL,
        kind text NOT NULL, category text NOT NULL, state text NOT NULL, version int NOT NULL,
        title text NOT NULL, description text NOT NULL, address text, lng float8, lat float8, photo_ids uuid[] NOT NULL DEFAULT '{}',
        area_path text COLLATE "C" NOT NULL, community_code text, subdistrict_code text,
        reporter_id uuid NOT NULL, created_by_id uuid NOT NULL, anonymous boolean NOT NULL, confidential boolean NOT NULL,
        assignment_type text, assignment_id uuid, assignee_id uuid, state_before text,
        parent_id uuid, open_children int NOT NULL DEFAULT 0, merged_into uuid,
        submitted_at timestamptz NOT NULL, replied_at timestamptz, accepted_at timestamptz, rejected_at timestamptz, appealed_at timestamptz,
        done_at timestamptz, published_at timestamptz, rated_at timestamptz, closed_at timestamptz,
        solved boolean, stars int, reviewed boolean NOT NULL DEFAULT false,
        last_urged_at timestamptz, urge_count int NOT NULL DEFAULT 0, reopen_count int NOT NULL DEFAULT 0,
        due_at timestamptz,
        PRIMARY KEY (city_id, id)
      )`);
    await runner.query('CREATE UNIQUE INDEX orders_number ON orders (city_id, number)');
    // Ids are UUIDv7, so id order is the order of arrival: each list is one index range, the last page as fast as the first.
    await runner.query('CREATE INDEX orders_by_community ON orders (city_id, community_code, id)');
    await runner.query('CREATE INDEX orders_by_community_state ON orders (city_id, community_code, state, id)');
    await runner.query('CREATE INDEX orders_by_subdistrict ON orders (city_id, subdistrict_code, id)');
    await runner.query('CREATE INDEX orders_by_subdistrict_state ON orders (city_id, subdistrict_code, state, id)');
    await runner.query('CREATE INDEX orders_by_reporter ON orders (city_id, reporter_id, id)');
    await runner.query(
      'CREATE INDEX orders_by_creator ON orders (city_id, created_by_id, id) WHERE created_by_id <> reporter_id',
    );
    await runner.query(
      'CREATE INDEX orders_by_assignee ON orders (city_id, assignee_id, id) WHERE assignee_id IS NOT NULL',
    );
    await runner.query(
      'CREATE INDEX orders_by_addressee ON orders (city_id, assignment_id, id) WHERE assignment_id IS NOT NULL',
    );
    await runner.query('CREATE INDEX orders_by_parent ON orders (city_id, parent_id) WHERE parent_id IS NOT NULL');
    await runner.query('CREATE INDEX orders_due ON orders (city_id, due_at) WHERE due_at IS NOT NULL');
    await runner.query(
      `CREATE INDEX orders_words ON orders USING gin (zh_bigrams(number || ' ' || title || ' ' || description || ' ' || coalesce(address, '')))`,
    );
    await runner.query(`
      CREATE TABLE order_events (
        city_id int NOT NULL, id uuid NOT NULL, order_id uuid NOT NULL, version int NOT NULL, community_path text,
        type text NOT NULL, from_state text, to_state text NOT NULL, words text, public boolean NOT NULL, data jsonb NOT NULL,
        actor_id uuid, post_id uuid, post_name text, at timestamptz NOT NULL, salt uuid NOT NULL DEFAULT uuidv4(),
        PRIMARY KEY (city_id, id)
      ) PARTITION BY RANGE (id)`);
    await runner.query('CREATE INDEX order_events_of_order ON order_events (city_id, order_id, id)');
    await runner.query(
      `SELECT ensure_month_partitions('order_events', now() - interval '3 months', now() + interval '3 months')`,
    );
    await runner.query('CREATE TABLE order_events_default PARTITION OF order_events DEFAULT');
    await runner.query(`
      CREATE TABLE order_followers (
        city_id int NOT NULL, order_id uuid NOT NULL, person_id uuid NOT NULL,
        via_order_id uuid, since timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (city_id, order_id, person_id)
      )`);
    await runner.query('CREATE INDEX order_followers_of_person ON order_followers (city_id, person_id, order_id)');
    await runner.query(`
      CREATE TABLE idempotency_keys (
        city_id int NOT NULL, person_id uuid NOT NULL, key text NOT NULL,
        request_hash text NOT NULL, subject_id uuid NOT NULL, at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (city_id, person_id, key)
      )`);
    await runner.query('CREATE INDEX idempotency_keys_by_age ON idempotency_keys (at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['idempotency_keys', 'order_followers', 'order_events', 'orders'])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query('DROP SEQUENCE order_numbers');
  }
}
