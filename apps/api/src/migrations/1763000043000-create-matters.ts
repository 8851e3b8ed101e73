import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Livelihood matters with their append-only history, and what tells a supervision wall that it is out of date. */
export class CreateMatters1763000043000 implements MigrationInterface {
  name = 'CreateMatters1763000043000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SEQUENCE matter_numbers');
    await runner.query(`
      CREATE TABLE matters (
        city_id int NOT NULL, id uuid NOT NULL, number text NOT NULL,
        template text NOT NULL, template_name text NOT NULL, documents text[] NOT NULL DEFAULT '{}', steps jsonb NOT NULL,
        title text, area_path text COLLATE "C" NOT NULL,
        applicant_id uuid, created_by_id uuid NOT NULL,
        state text NOT NULL, step int NOT NULL, version int NOT NULL, deadline_id uuid NOT NULL,
        started_at timestamptz NOT NULL, step_started_at timestamptz NOT NULL, missed_at timestamptz, ended_at timestamptz,
        PRIMARY KEY (city_id, id)
      )`);
    await runner.query('CREATE UNIQUE INDEX matters_number ON matters (city_id, number)');
    await runner.query('CREATE INDEX matters_by_area ON matters (city_id, area_path, id)');
    await runner.query(
      `CREATE INDEX matters_open ON matters (city_id, area_path) WHERE state IN ('running', 'suspended')`,
    );
    await runner.query(
      'CREATE INDEX matters_by_applicant ON matters (city_id, applicant_id, id) WHERE applicant_id IS NOT NULL',
    );
    await runner.query('CREATE INDEX matters_by_creator ON matters (city_id, created_by_id, id)');
    await runner.query('CREATE INDEX matters_of_deadline ON matters (city_id, deadline_id)');
    await runner.query(`
      CREATE TABLE matter_events (
        city_id int NOT NULL, id uuid NOT NULL, matter_id uuid NOT NULL, version int NOT NULL,
        action text NOT NULL, from_state text, to_state text NOT NULL, from_step int, to_step int NOT NULL, words text,
        actor_id uuid, post_id uuid, post_name text, deadline_id uuid, at timestamptz NOT NULL,
        PRIMARY KEY (city_id, id)
      )`);
    await runner.query('CREATE INDEX matter_events_of_matter ON matter_events (city_id, matter_id, id)');

    await runner.query('CREATE SEQUENCE wall_version_numbers');
    await runner.query(`
      CREATE TABLE wall_versions (
        city_id int NOT NULL, area_path text COLLATE "C" NOT NULL, version bigint NOT NULL,
        PRIMARY KEY (city_id, area_path)
      )`);
    // The lamps of a wall are counted every second that somebody looks at it.
    await runner.query(
      `CREATE INDEX orders_lit ON orders (city_id, area_path) WHERE kind = 'wish' AND solved AND NOT confidential`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX orders_lit');
    for (const table of ['wall_versions', 'matter_events', 'matters']) await runner.query(`DROP TABLE ${table}`);
    for (const sequence of ['wall_version_numbers', 'matter_numbers']) await runner.query(`DROP SEQUENCE ${sequence}`);
  }
}
