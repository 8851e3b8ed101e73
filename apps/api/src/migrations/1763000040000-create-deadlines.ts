import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every promise with its clock, what moved it, whom a miss climbed to; and the urgency an order was accepted with. */
export class CreateDeadlines1763000040000 implements MigrationInterface {
  name = 'CreateDeadlines1763000040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE orders ADD urgency text NOT NULL DEFAULT 'normal'`);
    // A move and its deadlines are one statement: when a deadline was changed meanwhile, nothing of it may stay.
    await runner.query(`
      CREATE FUNCTION must_touch(touched bigint, wanted bigint) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        IF touched <> wanted THEN
          RAISE EXCEPTION 'overtaken: % of % rows', touched, wanted USING ERRCODE = 'LS001';
        END IF;
        RETURN true;
      END $$`);
    await runner.query(`
      CREATE TABLE deadlines (
        city_id int NOT NULL, id uuid NOT NULL,
        subject_type text NOT NULL, subject_id uuid NOT NULL, order_id uuid,
        kind text NOT NULL, of_kind text, rung int NOT NULL DEFAULT 0, root_id uuid,
        area_path text COLLATE "C" NOT NULL, category text, playbook_id uuid,
        state text NOT NULL, time_limit jsonb NOT NULL, started_at timestamptz NOT NULL, due_at timestamptz NOT NULL,
        paused_at timestamptz, adjustments jsonb NOT NULL DEFAULT '[]', provisional boolean NOT NULL, why text NOT NULL,
        scale real NOT NULL DEFAULT 1, reminders float8[] NOT NULL DEFAULT '{}', reminded int NOT NULL DEFAULT 0,
        wake_at timestamptz, ended_at timestamptz, fulfilled_at timestamptz, settled_at timestamptz,
        holder_ids uuid[] NOT NULL DEFAULT '{}', version int NOT NULL DEFAULT 1,
        PRIMARY KEY (city_id, id),
        CONSTRAINT deadlines_state CHECK (state IN ('running', 'paused', 'met', 'missed', 'cancelled')),
        CONSTRAINT deadlines_awake CHECK ((state = 'running') = (wake_at IS NOT NULL)),
        CONSTRAINT deadlines_standing CHECK ((state = 'paused') = (paused_at IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX deadlines_waking ON deadlines (city_id, wake_at) WHERE wake_at IS NOT NULL');
    await runner.query('CREATE INDEX deadlines_of_order ON deadlines (city_id, order_id) WHERE order_id IS NOT NULL');
    await runner.query(
      `CREATE INDEX deadlines_of_subject ON deadlines (city_id, subject_id) WHERE subject_type <> 'order'`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX deadlines_rung_once ON deadlines (city_id, root_id, kind, rung) WHERE root_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX deadlines_unanswered ON deadlines (city_id, area_path, due_at) WHERE kind = 'reply' AND settled_at IS NULL`,
    );
    await runner.query(
      `CREATE INDEX deadlines_provisional ON deadlines (city_id, id) WHERE provisional AND ended_at IS NULL`,
    );
    await runner.query(`
      CREATE TABLE deadline_changes (
        city_id int NOT NULL, id uuid NOT NULL, deadline_id uuid NOT NULL, what text NOT NULL,
        due_before timestamptz NOT NULL, due_after timestamptz NOT NULL, reason text,
        actor_id uuid, post_id uuid, post_name text, at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (city_id, id),
        CONSTRAINT deadline_changes_what CHECK (what IN ('extended', 'replanned'))
      )`);
    await runner.query('CREATE INDEX deadline_changes_of ON deadline_changes (city_id, deadline_id, id)');
    await runner.query(`
      CREATE TABLE escalations (
        city_id int NOT NULL, id uuid NOT NULL, deadline_id uuid NOT NULL, rung int NOT NULL, kind text NOT NULL,
        order_id uuid NOT NULL, role text NOT NULL, area_path text COLLATE "C" NOT NULL, holder_ids uuid[] NOT NULL,
        vacant boolean NOT NULL, at timestamptz NOT NULL,
        PRIMARY KEY (city_id, id),
        CONSTRAINT escalations_once UNIQUE (city_id, deadline_id, rung)
      )`);
    await runner.query('CREATE INDEX escalations_of_order ON escalations (city_id, order_id)');
    await runner.query('CREATE INDEX escalations_in_area ON escalations (city_id, area_path, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['escalations', 'deadline_changes', 'deadlines']) await runner.query(`DROP TABLE ${table}`);
    await runner.query('DROP FUNCTION must_touch');
    await runner.query('ALTER TABLE orders DROP urgency');
  }
}
