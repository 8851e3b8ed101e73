import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Working calendars of the cities; policies can be changed and taken away without forgetting what was promised. */
export class CreateCalendars1763000039000 implements MigrationInterface {
  name = 'CreateCalendars1763000039000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE work_calendars (
        city_id int NOT NULL, id uuid NOT NULL, version int NOT NULL, data jsonb NOT NULL, reason text NOT NULL,
        created_by uuid, created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (city_id, id)
      )`);
    await runner.query('CREATE UNIQUE INDEX work_calendars_of_city ON work_calendars (city_id, version)');
    await runner.query(`
      CREATE TABLE calendar_tables (
        city_id int NOT NULL, table_version text NOT NULL, seen_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (city_id)
      )`);
    await runner.query(`
      CREATE TABLE calendar_alarms (
        city_id int NOT NULL, year int NOT NULL, week int NOT NULL, raised_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (city_id, year, week)
      )`);
    await runner.query('ALTER TABLE playbooks ADD created_by uuid, ADD removed_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM playbooks WHERE removed_at IS NOT NULL');
    await runner.query('ALTER TABLE playbooks DROP created_by, DROP removed_at');
    for (const table of ['calendar_alarms', 'calendar_tables', 'work_calendars'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
