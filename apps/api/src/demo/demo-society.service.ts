import { Injectable } from '@nestjs/common';
import type { CommunityData, DemoPerson, DemoPost, Post, PostScope } from '@linshao/domain';
import { PasswordHashes } from '../identity/password-hashes.service.js';
import { PersonSeals } from '../identity/person-seals.service.js';
import type { Transaction } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';
import { DemoHomes } from './demo-homes.service.js';
import { found } from './fuqiang.js';

/** Printed at every start of a demo, and valid only there. */
export const DEMO_PASSWORD = 'Linshao-demo-2026';

/** Who and what the demo's orders refer to, by the keys of the data. */
export interface DemoIds {
  readonly person: ReadonlyMap<string, string>;
  readonly unit: ReadonlyMap<string, string>;
  readonly posts: ReadonlyMap<string, readonly Post[]>;
}

/** Posts are held, and homes lived in, since before the first demo order. */
const DAYS_SETTLED = 400;

/** Puts the demo's places, organisations, people and posts into an empty city. Every insert is one statement for all rows. */
@Injectable()
export class DemoSociety {
  constructor(
    private readonly seals: PersonSeals,
    private readonly passwords: PasswordHashes,
    private readonly homes: DemoHomes,
  ) {}

  async load(tx: Transaction, fuqiang: CommunityData, now: Date): Promise<DemoIds> {
    const cityId = fuqiang.playbook.city;
    const areas = await this.areas(tx, cityId, fuqiang);
    const party = await this.partyOrganisations(tx, cityId, fuqiang, areas);
    const unit = await this.units(tx, cityId, fuqiang, areas);
    const person = new Map(fuqiang.people.map(({ key }) => [key, nextId()]));
    await this.people(tx, cityId, fuqiang, person);
    const from = new Date(now.getTime() - DAYS_SETTLED * 86_400_000);
    await this.homes.load(tx, fuqiang, { person, area: areas }, from);
    const scope = (post: DemoPost): PostScope => {
      if (post.unit) {
        const area = found(
          fuqiang.units.find(({ code }) => code === post.unit),
          `unit ${post.unit}`,
        ).area;
        return {
          type: 'unit',
          unitId: found(unit.get(post.unit), post.unit),
          areaPath: found(fuqiang.paths.get(area), area),
        };
      }
      if (post.party) {
        const area = found(
          fuqiang.partyOrganisations.find(({ code }) => code === post.party),
          `party ${post.party}`,
        ).area;
        return {
          type: 'party',
          partyOrganisationId: found(party.get(post.party), post.party),
          areaPath: found(fuqiang.paths.get(area), area),
        };
      }
      const area = found(post.area, `area of ${post.name}`);
      return { type: 'area', areaId: found(areas.get(area), area), areaPath: found(fuqiang.paths.get(area), area) };
    };
    const posts = new Map(
      fuqiang.people.map(({ key, posts: held }) => [
        key,
        held.map((post): Post => ({
          id: nextId(),
          role: post.role,
          name: post.name,
          scope: scope(post),
          from,
          to: null,
        })),
      ]),
    );
    await this.posts(tx, cityId, person, posts);
    return { person, unit, posts };
  }

  /** The community's own areas below the official tree, which is there already. Answers with every area's id by code. */
  private async areas(tx: Transaction, cityId: number, { areas, paths }: CommunityData): Promise<Map<string, string>> {
    const official = await tx.rows<{ code: string; id: string }>('SELECT code, id FROM areas WHERE city_id = $1', [
      cityId,
    ]);
    const ids = new Map(official.map(({ code, id }) => [code, id]));
    for (const { code } of areas) if (!ids.has(code)) ids.set(code, nextId());
    const rows = areas.map(({ code, name, level, parent, households, polygon }) => ({
      city_id: cityId,
      id: ids.get(code),
      code,
      name,
      level,
      parent_id: ids.get(parent),
      path: paths.get(code),
      households,
      polygon: polygon ? `(${polygon.map(({ lng, lat }) => `(${lng},${lat})`).join(',')})` : null,
      source: 'demo',
    }));
    await tx.rows(
      `INSERT INTO areas (city_id, id, code, name, level, parent_id, path, polygon, households, source)
       SELECT city_id, id, code, name, level, parent_id, path, polygon, households, source FROM jsonb_populate_recordset(null::areas, $1::jsonb)
       ON CONFLICT DO NOTHING`,
      [JSON.stringify(rows)],
    );
    return ids;
  }

  private async partyOrganisations(
    tx: Transaction,
    cityId: number,
    { partyOrganisations }: CommunityData,
    areas: ReadonlyMap<string, string>,
  ) {
    const ids = new Map(partyOrganisations.map(({ code }) => [code, nextId()]));
    const pathOf = (code: string): string => {
      const parent = partyOrganisations.find((each) => each.code === code)?.parent;
      return parent ? `${pathOf(parent)}/${code}` : code;
    };
    const rows = partyOrganisations.map(({ code, name, level, parent, area }) => ({
      city_id: cityId,
      id: ids.get(code),
      code,
      name,
      level,
      parent_id: parent && ids.get(parent),
      area_id: areas.get(area),
      path: pathOf(code),
    }));
    await tx.rows(
      `INSERT INTO party_organisations (city_id, id, code, name, level, parent_id, area_id, path)
       SELECT city_id, id, code, name, level, parent_id, area_id, path FROM jsonb_populate_recordset(null::party_organisations, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
    return ids;
  }

  private async units(
    tx: Transaction,
    cityId: number,
    { units }: CommunityData,
    areas: ReadonlyMap<string, string>,
  ): Promise<Map<string, string>> {
    const ids = new Map(units.map(({ code }) => [code, nextId()]));
    const rows = units.map(({ code, name, kind, area }) => ({
      city_id: cityId,
      id: ids.get(code),
      code,
      name,
      kind,
      area_id: areas.get(area),
    }));
    await tx.rows(
      `INSERT INTO units (city_id, id, code, name, kind, area_id)
       SELECT city_id, id, code, name, kind, area_id FROM jsonb_populate_recordset(null::units, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
    return ids;
  }

  private async people(
    tx: Transaction,
    cityId: number,
    { people }: CommunityData,
    ids: ReadonlyMap<string, string>,
  ): Promise<void> {
    const rows = people.map((each) => this.personRow(cityId, each, ids));
    await tx.rows(
      `INSERT INTO persons (city_id, id, name, phone_sealed, phone_lookup, phone_verified_at, id_number_sealed, id_number_lookup, invented)
       SELECT city_id, id, name, phone_sealed, phone_lookup, now(), id_number_sealed, id_number_lookup, true
         FROM jsonb_populate_recordset(null::persons, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
    const personas = people.flatMap(({ key, persona }) => (persona ? [{ persona, id: found(ids.get(key), key) }] : []));
    for (const { persona, id } of personas) {
      await tx.rows(
        `INSERT INTO logins (city_id, provider, subject, person_id) VALUES ($1, 'demo', $2, $3), ($1, 'password', $2, $3)`,
        [cityId, persona, id],
      );
    }
    const hash = await this.passwords.hash(DEMO_PASSWORD);
    await tx.rows('INSERT INTO passwords (city_id, person_id, hash) SELECT $1, id, $2 FROM unnest($3::uuid[]) AS id', [
      cityId,
      hash,
      personas.map(({ id }) => id),
    ]);
  }

  private personRow(cityId: number, { key, name, phone, idNumber }: DemoPerson, ids: ReadonlyMap<string, string>) {
    const sealedPhone = this.seals.seal('phone', phone);
    const sealedId = idNumber ? this.seals.seal('idNumber', idNumber) : null;
    return {
      city_id: cityId,
      id: ids.get(key),
      name,
      phone_sealed: sealedPhone.sealed,
      phone_lookup: sealedPhone.lookup,
      id_number_sealed: sealedId?.sealed ?? null,
      id_number_lookup: sealedId?.lookup ?? null,
    };
  }

  private async posts(
    tx: Transaction,
    cityId: number,
    person: ReadonlyMap<string, string>,
    posts: ReadonlyMap<string, readonly Post[]>,
  ): Promise<void> {
    const rows = [...posts].flatMap(([key, held]) =>
      held.map(({ id, role, name, scope, from }) => ({
        city_id: cityId,
        id,
        person_id: person.get(key),
        role,
        name,
        scope_type: scope.type,
        area_path: scope.areaPath,
        valid_from: from,
        scope_id:
          scope.type === 'area' ? scope.areaId : scope.type === 'unit' ? scope.unitId : scope.partyOrganisationId,
      })),
    );
    await tx.rows(
      `INSERT INTO posts (city_id, id, person_id, role, name, scope_type, scope_id, area_path, valid_from)
       SELECT city_id, id, person_id, role, name, scope_type, scope_id, area_path, valid_from FROM jsonb_populate_recordset(null::posts, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  }
}
