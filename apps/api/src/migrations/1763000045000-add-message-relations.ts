import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As what somebody was told, and the way from an order to its messages. */
export class AddMessageRelations1763000045000 implements MigrationInterface {
  name = 'AddMessageRelations1763000045000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['notifications', 'deliveries']) {
      await runner.query(`ALTER TABLE ${table} ADD relation text`);
      await runner.query(
        `CREATE INDEX ${table}_of_order ON ${table} (city_id, order_id, id) WHERE order_id IS NOT NULL`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['deliveries', 'notifications']) {
      await runner.query(`DROP INDEX ${table}_of_order`);
      await runner.query(`ALTER TABLE ${table} DROP relation`);
    }
  }
}
