import { Injectable } from '@nestjs/common';
import { communityOf, type KnownPersonalData } from '@linshao/domain';
import { PersonalData } from '../platform/crypto/personal-data.js';
import type { Sql } from '../platform/database/database.js';
import { type SourceEvent, type SourceOrder, type SourcePerson, SourcesRepository } from './sources.repository.js';

/** What a writer may put between the characters of a name. */
const BETWEEN = /[\s\p{Cf}\p{Cc}\p{Pd}_.·•・|/\\*]/gu;
const bare = (text: string): string => text.normalize('NFKC').toLowerCase().replace(BETWEEN, '');

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
  ): Promise<ReadonlyMap<string, SourcePerson>> {
    const ids = [...orders.flatMap(partiesOf), ...events.map(({ actor_id }) => actor_id)].filter((id) => id !== null);
    const people = await this.sources.people(tx, cityId, [...new Set(ids)]);
    return new Map(people.map((person) => [person.id, person]));
  }

  /** @param texts words of the order not copied yet; whoever of the neighbourhood is named in them counts as well. */
  async dataOf(
    tx: Sql,
    cityId: number,
    order: SourceOrder,
    events: readonly SourceEvent[],
    people: ReadonlyMap<string, SourcePerson>,
    texts: readonly string[],
  ): Promise<KnownPersonalData> {
    const ids = new Set([...partiesOf(order), ...events.map(({ actor_id }) => actor_id)]);
    const known = [...people.values()].filter(({ id }) => ids.has(id));
    const around = communityOf(order.area_path) ?? order.area_path;
    const neighbours = texts.length > 0 ? await this.sources.namesIn(tx, cityId, around, bare(texts.join('\n'))) : [];
    return {
      names: [...known.map(({ name }) => name), ...neighbours],
      phones: known.flatMap((person) => this.opened(person.phone_sealed, 'persons.phone_sealed')),
      idNumbers: known.flatMap((person) => this.opened(person.id_number_sealed, 'persons.id_number_sealed')),
      addresses: order.address ? [order.address] : [],
    };
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
