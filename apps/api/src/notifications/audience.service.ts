import { Injectable } from '@nestjs/common';
import { type Holders, holdersAfter, type News, NOBODY, type People } from '@linshao/domain';
import type { Sql } from '../platform/database/database.js';
import { HelpersService } from './helpers.service.js';
import { PeopleRepository } from './people.repository.js';
import { type StepRow, StepsRepository, toHandOver } from './steps.repository.js';

/** A step as the rules need it to say who hears of it. */
export interface Hearing {
  readonly row: StepRow;
  readonly news: News;
  readonly people: People;
}

/** Loads steps in batches: a handful of queries however many there are. */
@Injectable()
export class AudienceService {
  constructor(
    private readonly steps: StepsRepository,
    private readonly people: PeopleRepository,
    private readonly helpers: HelpersService,
  ) {}

  async around(sql: Sql, cityId: number, eventIds: readonly string[]): Promise<Hearing[]> {
    const rows = await this.steps.load(sql, cityId, eventIds);
    if (rows.length === 0) return [];
    const orderIds = [...new Set(rows.map((row) => row.order_id))];
    const history = groupBy(await this.steps.handOvers(sql, cityId, orderIds), (step) => step.order_id);
    const known = rows.map((row) => ({ row, news: newsOf(row, history.get(row.order_id) ?? []) }));
    const units = known.flatMap(({ news }) => [news.before, holdersAfter(news.before, news.event)].flatMap(unitOf));
    const areas = rows.flatMap((row) => withAncestors(row.area_path));
    const followers = groupBy(await this.people.followers(sql, cityId, orderIds), (row) => row.order_id);
    const contacts = groupBy(await this.people.contactsOf(sql, cityId, [...new Set(units)]), (row) => row.unit_id);
    const helps = await this.helpers.among(sql, cityId, rows);
    const offices = groupBy(
      await this.people.officesIn(sql, cityId, [...new Set(areas)]),
      (row) => `${row.role} ${row.area_path}`,
    );
    return known.map(({ row, news }) => ({
      row,
      news,
      people: {
        followers: idsOf(followers.get(row.order_id)),
        leaderId: row.leader_id,
        unit: (unitId) => idsOf(contacts.get(unitId)),
        office: (role) => withAncestors(row.area_path).flatMap((path) => idsOf(offices.get(`${role} ${path}`))),
        helps: (personId) => helps(personId, row.area_path),
      },
    }));
  }
}

function newsOf(row: StepRow, history: readonly Parameters<typeof toHandOver>[0][]): News {
  const earlier = history.filter((step) => step.version <= row.version && step.id !== row.id);
  return {
    event: toHandOver(row),
    order: {
      reporterId: row.reporter_id,
      createdById: row.created_by_id,
      confidential: row.confidential,
      parentId: row.parent_id,
    },
    before: earlier.map(toHandOver).reduce(holdersAfter, NOBODY),
  };
}

const unitOf = ({ assignment }: Holders): string[] => (assignment?.type === 'unit' ? [assignment.unitId] : []);

const idsOf = (rows: readonly { person_id: string }[] = []): string[] => rows.map((row) => row.person_id);

/** A path and those of the areas around it, nearest first. */
function withAncestors(path: string): string[] {
  const codes = path.split('/');
  return codes.map((_, index) => codes.slice(0, codes.length - index).join('/'));
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
