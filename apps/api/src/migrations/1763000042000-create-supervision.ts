import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Supervision orders 督办单, and units' objections. */
export class CreateSupervision1763000042000 implements MigrationInterface {
  name = 'CreateSupervision1763000042000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SEQUENCE supervision_numbers');
    await runner.query(`
      CREATE TABLE supervision_orders (
        city_id int NOT NULL, id uuid NOT NULL, number text NOT NULL, order_id uuid NOT NULL,
        deadline_id uuid, rung int, missed_kind text,
        area_path text COLLATE "C" NOT NULL, holder_ids uuid[] NOT NULL,
        issued_role text NOT NULL, issued_area_path text COLLATE "C" NOT NULL, issuer_ids uuid[] NOT NULL, opened_by uuid,
        state text NOT NULL DEFAULT 'open', round int NOT NULL DEFAULT 1, words text, opened_at timestamptz NOT NULL,
        overdue_at timestamptz,
        answer_words text, answered_by uuid, answered_post text, answered_at timestamptz,
        verdict_words text, verdict_by uuid, verdict_post text, returned_at timestamptz, closed_at timestamptz,
        voided_at timestamptz,
        PRIMARY KEY (city_id, id),
        CONSTRAINT supervision_orders_number UNIQUE (city_id, number),
        CONSTRAINT supervision_orders_once UNIQUE (city_id, deadline_id, rung),
        CONSTRAINT supervision_orders_state CHECK (state IN ('open', 'answered', 'closed', 'void')),
        CONSTRAINT supervision_orders_cause CHECK ((deadline_id IS NULL) = (rung IS NULL))
      )`);
    // Asking by hand while the last question by hand is unanswered is asking twice.
    await runner.query(`
      CREATE UNIQUE INDEX supervision_orders_by_hand ON supervision_orders (city_id, order_id)
       WHERE deadline_id IS NULL AND state = 'open'`);
    await runner.query('CREATE INDEX supervision_orders_of_order ON supervision_orders (city_id, order_id, id)');
    await runner.query('CREATE INDEX supervision_orders_in_area ON supervision_orders (city_id, area_path, id)');
    await runner.query('CREATE INDEX supervision_orders_issued ON supervision_orders (city_id, issued_area_path)');
    await runner.query(`CREATE INDEX supervision_orders_open ON supervision_orders (city_id, id) WHERE state = 'open'`);
    await runner.query(`
      CREATE TABLE objections (
        city_id int NOT NULL, id uuid NOT NULL, order_id uuid NOT NULL, unit_id uuid NOT NULL,
        area_path text COLLATE "C" NOT NULL, reason_code text NOT NULL, reason_name text NOT NULL, words text NOT NULL,
        state text NOT NULL DEFAULT 'raised', raised_by uuid NOT NULL, raised_post text NOT NULL, raised_at timestamptz NOT NULL,
        ruler_ids uuid[] NOT NULL, ruled_by uuid, ruled_post text, ruled_at timestamptz, ruling_words text,
        voided_at timestamptz,
        PRIMARY KEY (city_id, id),
        CONSTRAINT objections_once UNIQUE (city_id, order_id, unit_id),
        CONSTRAINT objections_state CHECK (state IN ('raised', 'upheld', 'overruled', 'void')),
        CONSTRAINT objections_ruled CHECK ((state IN ('upheld', 'overruled')) = (ruled_at IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX objections_in_area ON objections (city_id, area_path, id)');
    await runner.query('CREATE INDEX objections_of_unit ON objections (city_id, unit_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE objections');
    await runner.query('DROP TABLE supervision_orders');
    await runner.query('DROP SEQUENCE supervision_numbers');
  }
}
