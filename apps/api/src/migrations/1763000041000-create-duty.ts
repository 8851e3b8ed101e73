import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Substitutes of posts; duty rosters with their shifts, swaps and alarms about gaps; what one shift hands over to the next. */
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
    await runner.query(`
      CREATE TABLE duty_rosters (
        city_id int NOT NULL, id uuid NOT NULL, area_id uuid NOT NULL, area_path text COLLATE "C" NOT NULL,
        name text NOT NULL, rotation jsonb,
        created_by uuid, created_at timestamptz NOT NULL DEFAULT now(), ended_at timestamptz,
        PRIMARY KEY (city_id, id)
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX duty_rosters_once ON duty_rosters (city_id, area_id) WHERE ended_at IS NULL',
    );
    await runner.query('CREATE INDEX duty_rosters_in_area ON duty_rosters (city_id, area_path)');
    // Planning is a race like any other: one answers at a time, and nobody is in two places at once.
    await runner.query(`
      CREATE TABLE duty_shifts (
        city_id int NOT NULL, id uuid NOT NULL, roster_id uuid NOT NULL, person_id uuid NOT NULL, name text,
        starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL, post_id uuid, stand_in_for uuid,
        created_by uuid, created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (city_id, id),
        CONSTRAINT duty_shifts_once EXCLUDE USING gist (city_id WITH =, roster_id WITH =,
          tstzrange(starts_at, ends_at) WITH &&),
        CONSTRAINT duty_shifts_person EXCLUDE USING gist (city_id WITH =, person_id WITH =,
          tstzrange(starts_at, ends_at) WITH &&),
        CONSTRAINT duty_shifts_period CHECK (ends_at > starts_at)
      )`);
    await runner.query('CREATE INDEX duty_shifts_in_order ON duty_shifts (city_id, roster_id, starts_at, id)');
    await runner.query(`
      CREATE TABLE duty_swaps (
        city_id int NOT NULL, id uuid NOT NULL, shift_id uuid NOT NULL, in_return_id uuid,
        asked_by uuid NOT NULL, asked_of uuid NOT NULL, state text NOT NULL DEFAULT 'asked', reason text,
        asked_at timestamptz NOT NULL DEFAULT now(), answered_at timestamptz,
        PRIMARY KEY (city_id, id),
        CONSTRAINT duty_swaps_state CHECK (state IN ('asked', 'accepted', 'declined', 'withdrawn')),
        CONSTRAINT duty_swaps_answered CHECK ((state = 'asked') = (answered_at IS NULL))
      )`);
    await runner.query(`CREATE UNIQUE INDEX duty_swaps_open ON duty_swaps (city_id, shift_id) WHERE state = 'asked'`);
    await runner.query('CREATE INDEX duty_swaps_by ON duty_swaps (city_id, asked_by, id)');
    await runner.query('CREATE INDEX duty_swaps_of ON duty_swaps (city_id, asked_of, id)');
    await runner.query(`
      CREATE TABLE duty_gap_alarms (
        city_id int NOT NULL, roster_id uuid NOT NULL, gap_from timestamptz NOT NULL, level text NOT NULL,
        gap_to timestamptz NOT NULL, at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (city_id, roster_id, gap_from, level),
        CONSTRAINT duty_gap_alarms_level CHECK (level IN ('week', 'day', 'hour'))
      )`);
    await runner.query(`
      CREATE TABLE duty_handovers (
        city_id int NOT NULL, id uuid NOT NULL, area_path text COLLATE "C" NOT NULL, person_id uuid NOT NULL,
        post_id uuid NOT NULL, post_name text NOT NULL, note text NOT NULL, open jsonb NOT NULL, open_count int NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (city_id, id)
      )`);
    await runner.query('CREATE INDEX duty_handovers_in_area ON duty_handovers (city_id, area_path, id)');
    await runner.query('CREATE INDEX duty_handovers_of_person ON duty_handovers (city_id, person_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'duty_handovers',
      'duty_gap_alarms',
      'duty_swaps',
      'duty_shifts',
      'duty_rosters',
      'post_substitutes',
    ];
    for (const table of tables) await runner.query(`DROP TABLE ${table}`);
  }
}
