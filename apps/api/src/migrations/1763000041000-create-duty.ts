import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Substitutes of posts. */
export class CreateDuty1763000041000 implements MigrationInterface {
  name = 'CreateDuty1763000041000';

  async up(runner: QueryRunner): Promise<void> {
    // Two substitutes of one post at the same time would leave open whose turn it is.
    await runner.query(`
      CREATE TABLE post_substitutes (
        city_id int NOT NULL, id uuid NOT NULL, post_id uuid NOT NULL, person_id uuid NOT NULL, substitute_post_id uuid,
        valid_from timestamptz NOT NULL, valid_to timestamptz, reason text NOT NULL,
        created_by uuid, created_at timestamptz NOT NULL DEFAULT now(), ended_at timestamptz,
        PRIMARY KEY (city_id, id),
        CONSTRAINT post_substitutes_once EXCLUDE USING gist (city_id WITH =, post_id WITH =,
          tstzrange(valid_from, valid_to) WITH &&),
        CONSTRAINT post_substitutes_period CHECK (valid_to IS NULL OR valid_to >= valid_from)
      )`);
    await runner.query('CREATE INDEX post_substitutes_of_person ON post_substitutes (city_id, person_id)');
    await runner.query(`
      CREATE INDEX post_substitutes_by_own_post ON post_substitutes (city_id, substitute_post_id)
        WHERE substitute_post_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE post_substitutes');
  }
}
