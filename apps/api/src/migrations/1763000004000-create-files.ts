import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos people sent: whose they are, what they belong to, and whether everybody may see them. */
export class CreateFiles1763000004000 implements MigrationInterface {
  name = 'CreateFiles1763000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE files (
        city_id int NOT NULL, id uuid NOT NULL, owner_id uuid NOT NULL,
        sha256 text COLLATE "C" NOT NULL, width int NOT NULL, height int NOT NULL, bytes int NOT NULL,
        subject_type text, subject_id uuid,
        moderation text NOT NULL DEFAULT 'pending', published_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(), removed_at timestamptz,
        PRIMARY KEY (city_id, id),
        CONSTRAINT files_owner FOREIGN KEY (city_id, owner_id) REFERENCES persons (city_id, id),
        CONSTRAINT files_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        CONSTRAINT files_subject CHECK ((subject_type IS NULL) = (subject_id IS NULL)),
        CONSTRAINT files_moderation CHECK (moderation IN ('pending', 'passed', 'refused'))
      )`);
    await runner.query('CREATE INDEX files_of_owner ON files (city_id, owner_id, created_at)');
    await runner.query('CREATE INDEX files_of_subject ON files (city_id, subject_id) WHERE subject_id IS NOT NULL');
    await runner.query('CREATE INDEX files_of_content ON files (city_id, sha256)');
    await runner.query(`
      CREATE INDEX files_unused ON files (city_id, created_at) WHERE subject_id IS NULL OR removed_at IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE files');
  }
}
