import type { MigrationInterface, QueryRunner } from 'typeorm';

const OFFICIAL = `level IN ('city', 'district', 'subdistrict', 'community')`;

/** Provinces and cities, areas, party organisations, units, and the posts people hold in any of them. */
export class CreateOrganisation1763000001000 implements MigrationInterface {
  name = 'CreateOrganisation1763000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE provinces (code text PRIMARY KEY, name text NOT NULL)');
    await runner.query(`
      CREATE TABLE cities (
        city_id int PRIMARY KEY, name text NOT NULL,
        province_code text NOT NULL CONSTRAINT cities_province REFERENCES provinces (code)
      )`);
    await runner.query(`
      CREATE TABLE areas (
        city_id int NOT NULL, id uuid NOT NULL, code text COLLATE "C" NOT NULL, name text NOT NULL, level text NOT NULL,
        parent_id uuid, path text COLLATE "C" NOT NULL, polygon polygon, households int, source text NOT NULL,
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (city_id, id),
        CONSTRAINT areas_path UNIQUE (city_id, path),
        CONSTRAINT areas_parent FOREIGN KEY (city_id, parent_id) REFERENCES areas (city_id, id)
      )`);
    // Official codes are unique in the city; below the community each community numbers its own (G01, G01-E02 …).
    await runner.query(`CREATE UNIQUE INDEX areas_official_code ON areas (city_id, code) WHERE ${OFFICIAL}`);
    await runner.query(`
      CREATE UNIQUE INDEX areas_own_code ON areas (city_id, code, substring(path FROM '/([0-9]{12})/'))
        WHERE NOT (${OFFICIAL})`);
    await runner.query('CREATE INDEX areas_below ON areas (city_id, parent_id, code)');
    await runner.query('CREATE INDEX areas_ground ON areas USING gist (city_id, polygon) WHERE polygon IS NOT NULL');
    await runner.query(`
      CREATE TABLE party_organisations (
        city_id int NOT NULL, id uuid NOT NULL, code text COLLATE "C" NOT NULL, name text NOT NULL, level text NOT NULL,
        parent_id uuid, area_id uuid NOT NULL, path text COLLATE "C" NOT NULL,
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (city_id, id),
        CONSTRAINT party_organisations_code UNIQUE (city_id, code),
        CONSTRAINT party_organisations_path UNIQUE (city_id, path),
        CONSTRAINT party_organisations_parent
          FOREIGN KEY (city_id, parent_id) REFERENCES party_organisations (city_id, id),
        CONSTRAINT party_organisations_area FOREIGN KEY (city_id, area_id) REFERENCES areas (city_id, id)
      )`);
    await runner.query('CREATE INDEX party_organisations_below ON party_organisations (city_id, parent_id, code)');
    await runner.query('CREATE INDEX party_organisations_in_area ON party_organisations (city_id, area_id)');
    await runner.query(`
      CREATE TABLE units (
        city_id int NOT NULL, id uuid NOT NULL, code text COLLATE "C" NOT NULL, name text NOT NULL, kind text NOT NULL,
        area_id uuid NOT NULL, address text,
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (city_id, id),
        CONSTRAINT units_code UNIQUE (city_id, code),
        CONSTRAINT units_area FOREIGN KEY (city_id, area_id) REFERENCES areas (city_id, id)
      )`);
    await runner.query('CREATE INDEX units_in_area ON units (city_id, area_id)');
    // The same post twice at the same time is refused by the database: appointing is a race like any other.
    await runner.query(`
      CREATE TABLE posts (
        city_id int NOT NULL, id uuid NOT NULL, person_id uuid NOT NULL, role text NOT NULL, name text NOT NULL,
        scope_type text NOT NULL, scope_id uuid NOT NULL, area_path text COLLATE "C" NOT NULL,
        valid_from timestamptz NOT NULL, valid_to timestamptz,
        created_by uuid, created_at timestamptz NOT NULL DEFAULT now(), ended_by uuid, ended_at timestamptz,
        PRIMARY KEY (city_id, id),
        CONSTRAINT posts_once EXCLUDE USING gist (city_id WITH =, person_id WITH =, role WITH =, scope_type WITH =,
          scope_id WITH =, tstzrange(valid_from, valid_to) WITH &&),
        CONSTRAINT posts_period CHECK (valid_to IS NULL OR valid_to >= valid_from),
        CONSTRAINT posts_scope CHECK (scope_type IN ('area', 'unit', 'party'))
      )`);
    await runner.query('CREATE INDEX posts_of_person ON posts (city_id, person_id)');
    await runner.query('CREATE INDEX posts_in_area ON posts (city_id, area_path, role)');
    await runner.query('CREATE INDEX posts_in_scope ON posts (city_id, scope_id, role)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['posts', 'units', 'party_organisations', 'areas', 'cities', 'provinces']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
