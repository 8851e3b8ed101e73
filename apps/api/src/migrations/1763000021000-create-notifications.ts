import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told, and how they want to be told. */
export class CreateNotifications1763000021000 implements MigrationInterface {
  name = 'CreateNotifications1763000021000';

  async up(runner: QueryRunner): Promise<void> {
    // A row is one delivery: the same news to the same person by the same channel exists once, however often it is told.
    await runner.query(`
      CREATE TABLE notifications (
        city_id int NOT NULL, person_id uuid NOT NULL, id uuid NOT NULL,
        order_id uuid NOT NULL, event_id uuid NOT NULL, channel text NOT NULL,
        template text NOT NULL, text text NOT NULL, created_at timestamptz NOT NULL, read_at timestamptz,
        PRIMARY KEY (city_id, person_id, id),
        CONSTRAINT notifications_once UNIQUE (city_id, person_id, event_id, channel)
      )`);
    await runner.query(
      'CREATE INDEX notifications_unread ON notifications (city_id, person_id, id) WHERE read_at IS NULL',
    );
    await runner.query(`
      CREATE TABLE notification_preferences (
        city_id int NOT NULL, person_id uuid NOT NULL, off jsonb NOT NULL, quiet_from int, quiet_to int,
        PRIMARY KEY (city_id, person_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notification_preferences');
    await runner.query('DROP TABLE notifications');
  }
}
