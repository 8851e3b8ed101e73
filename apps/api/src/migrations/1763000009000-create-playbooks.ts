import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Categories and policies of a place, versioned. */
export class CreatePlaybooks1763000009000 implements MigrationInterface {
  name = 'CreatePlaybooks1763000009000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE playbooks (
        city_id int NOT NULL, id uuid NOT NULL, area_path text COLLATE "C" NOT NULL, version int NOT NULL,
        data jsonb NOT NULL, created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (city_id, id)
      )`);
    await runner.query('CREATE UNIQUE INDEX playbooks_of_area ON playbooks (city_id, area_path, version)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE playbooks');
  }
}
