import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['supervision_orders', 'objections'];

/** An office's list of supervision orders or objections: its area, a state, the newest first, all of it in the index. */
export class ListByAreaAndState1763000046000 implements MigrationInterface {
  name = 'ListByAreaAndState1763000046000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`DROP INDEX ${table}_in_area`);
      await runner.query(`CREATE INDEX ${table}_in_area ON ${table} (city_id, area_path, state, id)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`DROP INDEX ${table}_in_area`);
      await runner.query(`CREATE INDEX ${table}_in_area ON ${table} (city_id, area_path, id)`);
    }
  }
}
