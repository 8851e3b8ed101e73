import { Injectable } from '@nestjs/common';
import { ancestorsOf, type AreaLevel, communityOf, type KnownPersonalData } from '@linshao/domain';
import { PersonalData } from '../platform/crypto/personal-data.js';
import type { Sql } from '../platform/database/database.js';
import {
  type SourceArea,
  type SourceEvent,
  type SourceHome,
  type SourceOrder,
  type SourcePerson,
  SourcesRepository,
} from './sources.repository.js';

/** What a writer may put between the characters of a name. */
const BETWEEN = /[\s\p{Cf}\p{Cc}\p{Pd}_.·•・|/\\*]/gu;
const bare = (text: string): string => text.normalize('NFKC').toLowerCase().replace(BETWEEN, '');

/** The people of some orders, with everything by which words could give them away. */
export interface KnownPeople {
  readonly personOf: (id: string | null) => SourcePerson | undefined;
  readonly dataOf: (ids: ReadonlySet<string | null>) => Required<KnownPersonalData>;
}

/** Finds out whom an order's words could give away. */
@Injectable()
export class KnownPeopleService {
  constructor(
    private readonly sources: SourcesRepository,
    private readonly personalData: PersonalData,
  ) {}

  /** Everybody party to these orders: reporter, writer, followers, receivers, all who acted. */
  async of(
    tx: Sql,
    cityId: number,
    orders: readonly SourceOrder[],
    events: readonly SourceEvent[],
  ): Promise<KnownPeople> {
    const ids = [...orders.flatMap(partiesOf), ...events.map(({ actor_id }) => actor_id)].filter((id) => id !== null);
    const people = new Map((await this.sources.people(tx, cityId, [...new Set(ids)])).map((p) => [p.id, p]));
    const homes = await this.sources.homes(tx, cityId, [...people.keys()]);
    const areas = await this.sources.areas(
      tx,
      cityId,
      homes.flatMap(({ area_path }) => area_path ?? []),
    );
    return {
      personOf: (id) => (id === null ? undefined : people.get(id)),
      dataOf: (wanted) => ({
        ...this.dataOfPersons([...people.values()].filter(({ id }) => wanted.has(id))),
        addresses: homes.flatMap((home) => (wanted.has(home.person_id) ? this.addressesOf(home, areas) : [])),
      }),
    };
  }

  /** @param texts words of the order not copied yet; whoever of the neighbourhood is named in them counts as well */
  async dataOf(
    tx: Sql,
    cityId: number,
    order: SourceOrder,
    events: readonly SourceEvent[],
    people: KnownPeople,
    texts: readonly string[],
  ): Promise<KnownPersonalData> {
    const parties = people.dataOf(new Set([...partiesOf(order), ...events.map(({ actor_id }) => actor_id)]));
    const around = communityOf(order.area_path) ?? order.area_path;
    const named = texts.length > 0 ? await this.sources.peopleNamedIn(tx, cityId, around, bare(texts.join('\n'))) : [];
    const neighbours = this.dataOfPersons(named);
    return {
      names: [...parties.names, ...neighbours.names],
      phones: [...parties.phones, ...neighbours.phones],
      idNumbers: [...parties.idNumbers, ...neighbours.idNumbers],
      addresses: [...parties.addresses, ...(order.address ? [order.address] : [])],
    };
  }

  private dataOfPersons(persons: readonly SourcePerson[]): Required<Omit<KnownPersonalData, 'addresses'>> {
    return {
      names: persons.map(({ name }) => name),
      phones: persons.flatMap((person) => this.opened(person.phone_sealed, 'persons.phone_sealed')),
      idNumbers: persons.flatMap((person) => this.opened(person.id_number_sealed, 'persons.id_number_sealed')),
    };
  }

  /** With and without the estate; the pattern rules know every other way to write a door. */
  private addressesOf({ area_path: path, room, address_sealed }: SourceHome, areas: readonly SourceArea[]): string[] {
    if (path === null || room === null) return this.opened(address_sealed, 'residencies.address_sealed');
    const above = new Set([path, ...ancestorsOf(path)]);
    const name = (level: AreaLevel): string =>
      areas.find((area) => area.level === level && above.has(area.path))?.name ?? '';
    const building = `${name('building')}${name('unit')}`;
    // A bare room number alone would black out every such number.
    return [`${name('estate')}${building}${room}`, ...(building ? [`${building}${room}`] : [])];
  }

  private opened(sealed: string | null, context: string): string[] {
    return sealed === null ? [] : [this.personalData.open(sealed, context)];
  }
}

const partiesOf = (order: SourceOrder): (string | null)[] => [
  order.reporter_id,
  order.created_by_id,
  order.assignee_id,
  order.assignment_type === 'person' ? order.assignment_id : null,
  ...order.follower_ids,
];
