import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extensions, the functions other tables stand on, and the outbox. */
export class CreateFoundations1763000000000 implements MigrationInterface {
  name = 'CreateFoundations1763000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    // The smallest UUIDv7 of a moment: tables whose ids are UUIDv7 are partitioned by time through their primary key.
    await runner.query(`
      CREATE FUNCTION uuidv7_floor(at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT (lpad(to_hex(floor(extract(epoch FROM at) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid
      $$`);
    // Months are those of Asia/Shanghai. Idempotent; called by migrations, by the worker every day, and by data loads.
    await runner.query(`
      CREATE FUNCTION ensure_month_partitions(parent text, first_month timestamptz, last_month timestamptz) RETURNS int LANGUAGE plpgsql AS $$
      DECLARE
        month timestamp := date_trunc('month', first_month AT TIME ZONE 'Asia/Shanghai');
        child text;
        made int := 0;
      BEGIN
        WHILE month <= last_month AT TIME ZONE 'Asia/Shanghai' LOOP
          child := parent || to_char(month, '_YYYY_MM');
          IF to_regclass(child) IS NULL THEN
            EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', child, parent,
              uuidv7_floor(month AT TIME ZONE 'Asia/Shanghai'), uuidv7_floor((month + interval '1 month') AT TIME ZONE 'Asia/Shanghai'));
            made := made + 1;
          END IF;
          month := month + interval '1 month';
        END LOOP;
        RETURN made;
      END $$`);
    // Words of two Chinese characters are the usual search; trigram indexes miss them. Letters and digits count as characters too.
    await runner.query(`
      CREATE FUNCTION zh_bigrams(words text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT coalesce(array_agg(DISTINCT substr(clean, i, 2)), '{}')
          FROM (SELECT regexp_replace(lower(words), '[[:space:][:punct:]]+', '', 'g') AS clean) s,
               generate_series(1, greatest(length(clean) - 1, 0)) i
      $$`);
    await runner.query(`
      CREATE TABLE outbox (
        city_id int NOT NULL, id uuid NOT NULL, topic text NOT NULL, payload jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now(), handled_at timestamptz,
        PRIMARY KEY (city_id, id)
      ) PARTITION BY RANGE (id)`);
    await runner.query('CREATE INDEX outbox_waiting ON outbox (id) WHERE handled_at IS NULL');
    await runner.query(
      `SELECT ensure_month_partitions('outbox', now() - interval '1 month', now() + interval '3 months')`,
    );
    // Catches what no month holds (a clock far off); empty in normal times.
    await runner.query('CREATE TABLE outbox_default PARTITION OF outbox DEFAULT');
    await runner.query(`
      CREATE TABLE outbox_failures (
        city_id int NOT NULL, outbox_id uuid NOT NULL, subscriber text NOT NULL,
        attempts int NOT NULL, error text NOT NULL, next_at timestamptz,
        PRIMARY KEY (city_id, outbox_id, subscriber)
      )`);
    await runner.query('CREATE INDEX outbox_failures_due ON outbox_failures (next_at) WHERE next_at IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outbox_failures');
    await runner.query('DROP TABLE outbox');
    await runner.query('DROP FUNCTION zh_bigrams');
    await runner.query('DROP FUNCTION ensure_month_partitions');
    await runner.query('DROP FUNCTION uuidv7_floor');
  }
}
