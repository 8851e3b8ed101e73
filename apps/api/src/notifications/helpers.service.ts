import { Injectable } from '@nestjs/common';
import { type AreaPath, helpingPost } from '@linshao/domain';
import type { Sql } from '../platform/database/database.js';
import { PeopleRepository } from './people.repository.js';

interface WrittenDown {
  readonly reporter_id: string;
  readonly created_by_id: string;
}

/** Who of those who wrote orders down for residents helps residents now, and where. */
@Injectable()
export class HelpersService {
  constructor(private readonly people: PeopleRepository) {}

  /** One query for any number of orders; none when residents wrote all of them themselves. */
  async among(
    sql: Sql,
    cityId: number,
    orders: readonly WrittenDown[],
  ): Promise<(personId: string, areaPath: AreaPath) => boolean> {
    const forOthers = orders.filter((order) => order.created_by_id !== order.reporter_id);
    const creatorIds = [...new Set(forOthers.map((order) => order.created_by_id))];
    const posts = creatorIds.length === 0 ? [] : await this.people.postsOf(sql, cityId, creatorIds);
    return (personId, areaPath) =>
      helpingPost(
        posts.filter((post) => post.personId === personId),
        areaPath,
      ) !== null;
  }
}
