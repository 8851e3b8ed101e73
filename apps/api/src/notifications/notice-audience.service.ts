import { Injectable } from '@nestjs/common';
import { ancestorsOf, type Notice, type PostHolders, type Role } from '@linshao/domain';
import type { Sql } from '../platform/database/database.js';
import { HelpersService } from './helpers.service.js';
import { type OrderNow, PeopleRepository } from './people.repository.js';
import type { ToldNotice } from './told-notice.js';

/** A notice with its place, its order as it is now, and the people around them. */
export interface Surroundings {
  readonly areaPath: string;
  readonly areaName: string | null;
  readonly row: OrderNow | null;
  readonly order: Notice['order'];
  readonly people: PostHolders;
}

/** Loads what notices are about in batches, however many there are. */
@Injectable()
export class NoticeAudience {
  constructor(
    private readonly people: PeopleRepository,
    private readonly helpers: HelpersService,
  ) {}

  /** In the order of the notices; null for one whose order is gone. */
  async around(sql: Sql, cityId: number, notices: readonly ToldNotice[]): Promise<(Surroundings | null)[]> {
    if (notices.length === 0) return [];
    const orderIds = notices.flatMap(({ orderId }) => (orderId ? [orderId] : []));
    const orders = new Map((await this.people.ordersNow(sql, cityId, orderIds)).map((row) => [row.id, row]));
    const helps = await this.helpers.among(sql, cityId, [...orders.values()]);
    const placed = notices.map(({ orderId, areaPath }) => {
      const row = orderId ? (orders.get(orderId) ?? null) : null;
      return orderId && !row ? null : { row, areaPath: areaPath ?? row?.area_path ?? String(cityId) };
    });
    const paths = [...new Set(placed.flatMap((place) => (place ? upFrom(place.areaPath) : [])))];
    const offices = await this.people.officesIn(sql, cityId, paths);
    const names = await this.people.areaNames(sql, cityId, paths);
    const unitIds = placed.flatMap((place) => unitOf(place?.row ?? null));
    const contacts = await this.people.contactsOf(sql, cityId, [...new Set(unitIds)]);
    return placed.map((place) => {
      if (!place) return null;
      const { row, areaPath } = place;
      // Nobody there: the area above.
      const nearest = (...roles: readonly Role[]): string[] =>
        upFrom(areaPath)
          .map((path) => offices.filter((post) => post.area_path === path && roles.includes(post.role)))
          .find((posts) => posts.length > 0)
          ?.map(({ person_id }) => person_id) ?? [];
      return {
        areaPath,
        areaName: names.get(areaPath) ?? null,
        row,
        order: row && {
          reporterId: row.reporter_id,
          createdById: row.created_by_id,
          confidential: row.confidential,
          parentId: row.parent_id,
          assignment: row.assignment,
          assigneeId: row.assignee_id,
        },
        people: {
          unit: (id) => contacts.filter(({ unit_id }) => unit_id === id).map(({ person_id }) => person_id),
          office: (role) => nearest(role),
          helps: (personId) => row !== null && helps(personId, row.area_path),
          // The administrators may as well, but it is not their work.
          registrars: () => nearest('grid_worker', 'dispatcher', 'secretary'),
        },
      };
    });
  }
}

/** The area itself, then those above it. */
const upFrom = (path: string): string[] => [path, ...ancestorsOf(path).reverse()];
const unitOf = (row: OrderNow | null): string[] => (row?.assignment?.type === 'unit' ? [row.assignment.unitId] : []);
