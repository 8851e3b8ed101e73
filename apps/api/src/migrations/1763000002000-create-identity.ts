import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Persons, how they sign in, their sessions, and who looked at their personal data. */
export class CreateIdentity1763000002000 implements MigrationInterface {
  name = 'CreateIdentity1763000002000';

  async up(runner: QueryRunner): Promise<void> {
    // Columns named *_sealed hold encrypted text under the context "<table>.<column>"; key rotation finds them by that name.
    await runner.query(`
      CREATE TABLE persons (
        city_id int NOT NULL, id uuid NOT NULL, name text NOT NULL,
        phone_sealed text, phone_lookup text, phone_verified_at timestamptz,
        id_number_sealed text, id_number_lookup text,
        invented boolean NOT NULL DEFAULT false,
        created_by uuid, created_at timestamptz NOT NULL DEFAULT now(),
        disabled_at timestamptz, erased_at timestamptz,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (city_id, id)
      )`);
    // A family may share a phone; proven by its owner it belongs to one person only.
    await runner.query('CREATE INDEX persons_phone ON persons (city_id, phone_lookup) WHERE phone_lookup IS NOT NULL');
    await runner.query(`
      CREATE UNIQUE INDEX persons_own_phone ON persons (city_id, phone_lookup) WHERE phone_verified_at IS NOT NULL`);
    await runner.query(`
      CREATE UNIQUE INDEX persons_id_number ON persons (city_id, id_number_lookup) WHERE id_number_lookup IS NOT NULL`);
    await runner.query(`
      CREATE TABLE person_areas (
        city_id int NOT NULL, person_id uuid NOT NULL, area_id uuid NOT NULL, reason text NOT NULL,
        since timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (city_id, person_id, area_id),
        CONSTRAINT person_areas_person FOREIGN KEY (city_id, person_id) REFERENCES persons (city_id, id),
        CONSTRAINT person_areas_area FOREIGN KEY (city_id, area_id) REFERENCES areas (city_id, id),
        CONSTRAINT person_areas_reason CHECK (reason IN ('registered', 'resident'))
      )`);
    await runner.query('CREATE INDEX person_areas_in_area ON person_areas (city_id, area_id, person_id)');
    await runner.query(`
      CREATE TABLE logins (
        city_id int NOT NULL, provider text NOT NULL, subject text NOT NULL, person_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (city_id, provider, subject),
        CONSTRAINT logins_person FOREIGN KEY (city_id, person_id) REFERENCES persons (city_id, id),
        CONSTRAINT logins_provider CHECK (provider IN ('wechat', 'password', 'demo'))
      )`);
    await runner.query('CREATE INDEX logins_of_person ON logins (city_id, person_id)');
    await runner.query(`
      CREATE TABLE passwords (
        city_id int NOT NULL, person_id uuid NOT NULL, hash text NOT NULL, change_required boolean NOT NULL DEFAULT false,
        tries int NOT NULL DEFAULT 0, tried_at timestamptz,
        totp_sealed text, totp_confirmed_at timestamptz, totp_last_step bigint NOT NULL DEFAULT 0,
        recovery_hashes text[] NOT NULL DEFAULT '{}', changed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (city_id, person_id),
        CONSTRAINT passwords_person FOREIGN KEY (city_id, person_id) REFERENCES persons (city_id, id)
      )`);
    await runner.query(`
      CREATE TABLE sessions (
        city_id int NOT NULL, id uuid NOT NULL, person_id uuid NOT NULL, provider text NOT NULL,
        generation int NOT NULL DEFAULT 0, rotated_at timestamptz NOT NULL DEFAULT now(),
        created_at timestamptz NOT NULL DEFAULT now(), expires_at timestamptz NOT NULL,
        revoked_at timestamptz, revoked_why text,
        PRIMARY KEY (city_id, id),
        CONSTRAINT sessions_person FOREIGN KEY (city_id, person_id) REFERENCES persons (city_id, id)
      )`);
    await runner.query('CREATE INDEX sessions_open ON sessions (city_id, person_id) WHERE revoked_at IS NULL');
    await runner.query(`
      CREATE TABLE personal_data_looks (
        city_id int NOT NULL, id uuid NOT NULL, person_id uuid NOT NULL, looked_by uuid NOT NULL, post_id uuid,
        fields text[] NOT NULL, purpose text NOT NULL, at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (city_id, id)
      )`);
    await runner.query('CREATE INDEX personal_data_looks_at ON personal_data_looks (city_id, person_id, id)');
    await runner.query(`
      CREATE TABLE wechat_tokens (
        city_id int NOT NULL, app_id text NOT NULL, token_sealed text NOT NULL, expires_at timestamptz NOT NULL,
        PRIMARY KEY (city_id, app_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'wechat_tokens',
      'personal_data_looks',
      'sessions',
      'passwords',
      'logins',
      'person_areas',
      'persons',
    ];
    for (const table of tables) await runner.query(`DROP TABLE ${table}`);
  }
}
