import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever comes next says that they have read what the shift before them left. */
export class TakeOverDuty1763000041500 implements MigrationInterface {
  name = 'TakeOverDuty1763000041500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE duty_handovers ADD taken_over_by uuid, ADD taken_over_at timestamptz,
        ADD CONSTRAINT duty_handovers_taken CHECK ((taken_over_by IS NULL) = (taken_over_at IS NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE duty_handovers DROP taken_over_by, DROP taken_over_at');
  }
}
