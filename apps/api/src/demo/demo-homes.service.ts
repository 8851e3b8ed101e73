import { Injectable } from '@nestjs/common';
import type { CommunityData, DemoDwelling } from '@linshao/domain';
import type { Transaction } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';
import { ResidencyViews } from '../registry/residency-views.service.js';
import { found } from './fuqiang.js';

/** By the keys and codes of the data. */
interface Known {
  readonly person: ReadonlyMap<string, string>;
  readonly area: ReadonlyMap<string, string>;
}

/**
 * Who has asked to be registered and waits for the community: one at a door of the register, one with an address in
 * words only, so that whoever keeps the register has both to decide.
 */
const ASKING = [
  { key: 'r113', unit: 'G01-E01-B05-U1', room: '302', address: null, as: 'family' },
  { key: 'r110', unit: 'G01-E01-B03-U2', room: null, address: '402，和女儿同住', as: 'family' },
] as const;

const doorOf = ({ unit, room }: DemoDwelling): string => `${unit} ${room}`;

/** Gives the demo's residents their homes, asked for and confirmed as the registry would have it. */
@Injectable()
export class DemoHomes {
  constructor(private readonly views: ResidencyViews) {}

  async load(tx: Transaction, { playbook, people, paths }: CommunityData, ids: Known, since: Date): Promise<void> {
    const housed = people.flatMap(({ key, dwelling }) => (dwelling ? [{ key, dwelling }] : []));
    const doors = new Map(housed.map(({ dwelling }) => [doorOf(dwelling), { ...dwelling, id: nextId() }]));
    const placeOf = (unit: string) => ({
      city_id: playbook.city,
      area_id: found(ids.area.get(unit), unit),
      area_path: found(paths.get(unit), unit),
    });
    const dwellings = [...doors.values()].map(({ id, unit, room }) => ({ ...placeOf(unit), id, room }));
    const residencies = housed.map(({ key, dwelling }) => ({
      ...placeOf(dwelling.unit),
      id: nextId(),
      person_id: found(ids.person.get(key), key),
      dwelling_id: doors.get(doorOf(dwelling))?.id,
      relation: dwelling.as,
    }));
    const confirmer = found(ids.person.get('dispatcher'), 'dispatcher');
    await tx.rows(
      `INSERT INTO dwellings (city_id, id, area_id, area_path, room, created_at)
       SELECT city_id, id, area_id, area_path, room, $2 FROM jsonb_populate_recordset(null::dwellings, $1::jsonb)`,
      [JSON.stringify(dwellings), since],
    );
    await tx.rows(
      `INSERT INTO residencies (city_id, id, person_id, dwelling_id, area_id, area_path, relation, state, requested_at, decided_at, decided_by)
       SELECT city_id, id, person_id, dwelling_id, area_id, area_path, relation, 'confirmed', $2, $2, $3
         FROM jsonb_populate_recordset(null::residencies, $1::jsonb)`,
      [JSON.stringify(residencies), since, confirmer],
    );
    await tx.rows(
      `INSERT INTO person_areas (city_id, person_id, area_id, reason)
       SELECT city_id, person_id, area_id, 'resident' FROM jsonb_populate_recordset(null::person_areas, $1::jsonb)`,
      [JSON.stringify(residencies)],
    );
    const asking = ASKING.map(({ key, unit, room, address, as }) => ({
      ...placeOf(unit),
      id: nextId(),
      person_id: found(ids.person.get(key), key),
      dwelling_id: room && found(doors.get(doorOf({ unit, room, as })), room).id,
      address_sealed: address && this.views.seal(address),
      relation: as,
    }));
    await tx.rows(
      `INSERT INTO residencies (city_id, id, person_id, dwelling_id, area_id, area_path, address_sealed, relation, state, requested_at)
       SELECT city_id, id, person_id, dwelling_id, area_id, area_path, address_sealed, relation, 'requested', now() - interval '1 day'
         FROM jsonb_populate_recordset(null::residencies, $1::jsonb)`,
      [JSON.stringify(asking)],
    );
  }
}
