import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dwellings, and who lives in them. */
export class CreateRegistry1763000003000 implements MigrationInterface {
  name = 'CreateRegistry1763000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dwellings (
        city_id int NOT NULL, id uuid NOT NULL, area_id uuid NOT NULL, area_path text COLLATE "C" NOT NULL,
        room text COLLATE "C" NOT NULL, created_by uuid, created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (city_id, id),
        CONSTRAINT dwellings_room UNIQUE (city_id, area_id, room),
        CONSTRAINT dwellings_area FOREIGN KEY (city_id, area_id) REFERENCES areas (city_id, id)
      )`);
    await runner.query('CREATE INDEX dwellings_in_order ON dwellings (city_id, area_path, room, id)');
    await runner.query(`
      CREATE TABLE residencies (
        city_id int NOT NULL, id uuid NOT NULL, person_id uuid NOT NULL, dwelling_id uuid,
        area_id uuid NOT NULL, area_path text COLLATE "C" NOT NULL, address_sealed text,
        relation text NOT NULL, state text NOT NULL, reason text,
        requested_at timestamptz NOT NULL DEFAULT now(), decided_at timestamptz, decided_by uuid, ended_at timestamptz,
        PRIMARY KEY (city_id, id),
        CONSTRAINT residencies_person FOREIGN KEY (city_id, person_id) REFERENCES persons (city_id, id),
        CONSTRAINT residencies_dwelling FOREIGN KEY (city_id, dwelling_id) REFERENCES dwellings (city_id, id),
        CONSTRAINT residencies_area FOREIGN KEY (city_id, area_id) REFERENCES areas (city_id, id),
        CONSTRAINT residencies_relation CHECK (relation IN ('owner', 'tenant', 'family')),
        CONSTRAINT residencies_state CHECK (state IN ('requested', 'confirmed', 'refused', 'ended')),
        CONSTRAINT residencies_place CHECK (dwelling_id IS NOT NULL OR address_sealed IS NOT NULL)
      )`);
    // Asking twice is one request, however fast: for a dwelling, and for an address the register does not know yet.
    await runner.query(`
      CREATE UNIQUE INDEX residencies_open ON residencies (city_id, person_id, dwelling_id)
       WHERE dwelling_id IS NOT NULL AND state IN ('requested', 'confirmed')`);
    await runner.query(`
      CREATE UNIQUE INDEX residencies_open_address ON residencies (city_id, person_id)
       WHERE dwelling_id IS NULL AND state = 'requested'`);
    await runner.query('CREATE INDEX residencies_of_person ON residencies (city_id, person_id, id)');
    await runner.query('CREATE INDEX residencies_of_dwelling ON residencies (city_id, dwelling_id)');
    await runner.query('CREATE INDEX residencies_in_area ON residencies (city_id, state, area_path, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE residencies');
    await runner.query('DROP TABLE dwellings');
  }
}
