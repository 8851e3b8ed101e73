import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Public copies of orders and of their steps, what people decided about the words, and which lists were taken out. */
export class CreatePublication1763000020000 implements MigrationInterface {
  name = 'CreatePublication1763000020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE publications (
        city_id int NOT NULL, order_id uuid NOT NULL, number text NOT NULL,
        kind text NOT NULL, category text NOT NULL, category_name text NOT NULL, category_codes text[] NOT NULL,
        area_path text COLLATE "C" NOT NULL, area_name text NOT NULL,
        state text NOT NULL, lamp text, result_at timestamptz, wish_at timestamptz,
        result_step uuid, comment_step uuid, solved boolean, stars int, handler text,
        photo_ids uuid[] NOT NULL DEFAULT '{}', version int NOT NULL DEFAULT 1,
        PRIMARY KEY (city_id, order_id),
        CONSTRAINT publications_number UNIQUE (city_id, number)
      )`);
    // Keyset pages of each board, in the whole city and in one community.
    const community = `(substring(area_path FROM '/([0-9]{12})'))`;
    for (const [board, plural] of [
      ['result', 'results'],
      ['wish', 'wishes'],
    ] as const) {
      const on = `WHERE ${board}_at IS NOT NULL`;
      await runner.query(`CREATE INDEX publications_${plural} ON publications (city_id, ${board}_at, number) ${on}`);
      await runner.query(
        `CREATE INDEX publications_${plural}_of_community ON publications (city_id, ${community}, ${board}_at, number) ${on}`,
      );
    }
    await runner.query('CREATE INDEX publications_in_area ON publications (city_id, area_path)');
    await runner.query(`
      CREATE TABLE publication_steps (
        city_id int NOT NULL, order_id uuid NOT NULL, id uuid NOT NULL,
        type text NOT NULL, to_state text NOT NULL, at timestamptz NOT NULL,
        actor text NOT NULL, by_resident boolean NOT NULL, title text, words text,
        revision uuid NOT NULL, moderation text NOT NULL, verdict text, label int,
        attempts int NOT NULL DEFAULT 0, check_at timestamptz,
        PRIMARY KEY (city_id, order_id, id),
        CONSTRAINT publication_steps_of FOREIGN KEY (city_id, order_id)
          REFERENCES publications (city_id, order_id) ON DELETE CASCADE,
        CONSTRAINT publication_steps_moderation CHECK (moderation IN ('pending', 'passed', 'refused')),
        CONSTRAINT publication_steps_waiting CHECK ((moderation = 'pending') = (check_at IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX publication_steps_due ON publication_steps (check_at) WHERE check_at IS NOT NULL');
    await runner.query(
      `CREATE INDEX publication_steps_unpassed ON publication_steps (city_id, moderation, order_id) WHERE moderation <> 'passed'`,
    );
    await runner.query(`
      CREATE TABLE publication_decisions (
        city_id int NOT NULL, id uuid NOT NULL, order_id uuid NOT NULL, step_id uuid NOT NULL, action text NOT NULL,
        person_id uuid NOT NULL, post_id uuid NOT NULL, reason text, at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (city_id, id),
        CONSTRAINT publication_decisions_action CHECK (action IN ('edited', 'overruled'))
      )`);
    await runner.query('CREATE INDEX publication_decisions_of_order ON publication_decisions (city_id, order_id, id)');
    await runner.query(`
      CREATE TABLE order_exports (
        city_id int NOT NULL, id uuid NOT NULL, person_id uuid NOT NULL, post_id uuid NOT NULL,
        format text NOT NULL, filters jsonb NOT NULL, rows int,
        started_at timestamptz NOT NULL DEFAULT now(), finished_at timestamptz,
        PRIMARY KEY (city_id, id)
      )`);
    await runner.query('CREATE INDEX order_exports_of_person ON order_exports (city_id, person_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['order_exports', 'publication_decisions', 'publication_steps', 'publications'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
