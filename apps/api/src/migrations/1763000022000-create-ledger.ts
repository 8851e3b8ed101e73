import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The hash chain over order history, one per community; words and their salt become erasable without breaking it. */
export class CreateLedger1763000022000 implements MigrationInterface {
  name = 'CreateLedger1763000022000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ledger_entries (
        city_id int NOT NULL, chain text COLLATE "C" NOT NULL, sequence bigint NOT NULL, event_id uuid NOT NULL,
        order_id uuid NOT NULL, version int NOT NULL, at timestamptz NOT NULL, type text NOT NULL, from_state text, to_state text NOT NULL, public boolean NOT NULL,
        seal text NOT NULL, previous_hash text NOT NULL, hash text NOT NULL,
        PRIMARY KEY (city_id, chain, sequence)
      )`);
    await runner.query('CREATE UNIQUE INDEX ledger_entries_event ON ledger_entries (city_id, event_id)');
    await runner.query(`
      CREATE TABLE ledger_heads (
        city_id int NOT NULL, chain text COLLATE "C" NOT NULL, sequence bigint NOT NULL, hash text NOT NULL,
        PRIMARY KEY (city_id, chain)
      )`);
    await runner.query('ALTER TABLE order_events ALTER COLUMN salt DROP NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE order_events SET salt = gen_random_uuid() WHERE salt IS NULL');
    await runner.query('ALTER TABLE order_events ALTER COLUMN salt SET NOT NULL');
    await runner.query('DROP TABLE ledger_heads');
    await runner.query('DROP TABLE ledger_entries');
  }
}
