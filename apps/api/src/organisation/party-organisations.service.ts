import { mayContainParty, PARTY_LEVELS } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { type Caller, CallerSource } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { isViolation } from '../platform/database/violation.js';
import { decodeCursor, isText, pageOf } from '../platform/http/cursor.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { nextId } from '../platform/ids.js';
import { requireAdministrator } from './administrator.js';
import { AreaChangesRepository } from './area-changes.repository.js';
import { existing } from './area-problems.js';
import { AreasRepository } from './areas.repository.js';
import type {
  CreatePartyOrganisationDto,
  PartyOrganisationDto,
  PartyOrganisationListQueryDto,
  PartyOrganisationPageDto,
  UpdatePartyOrganisationDto,
} from './party-organisations.dto.js';
import { type PartyOrganisationRow, PartyOrganisationsRepository } from './party-organisations.repository.js';
import { ScopePostsRepository } from './scope-posts.repository.js';

const organisationNotFound = (): Problem => notFound('party_organisation.not_found', '没有找到这个党组织，请核对编号');

const viewOf = ({
  areaId,
  areaCode,
  areaName,
  areaLevel,
  ...organisation
}: PartyOrganisationRow): PartyOrganisationDto => ({
  id: organisation.id,
  code: organisation.code,
  name: organisation.name,
  level: organisation.level,
  levelName: PARTY_LEVELS[organisation.level].name,
  parentId: organisation.parentId,
  path: organisation.path,
  area: { id: areaId, code: areaCode, name: areaName, level: areaLevel },
  version: organisation.version,
});

/** The party-organisation tree 党组织, each organisation tied to an area. */
@Injectable()
export class PartyOrganisationsService {
  constructor(
    private readonly database: Database,
    private readonly organisations: PartyOrganisationsRepository,
    private readonly areas: AreasRepository,
    private readonly changes: AreaChangesRepository,
    private readonly posts: ScopePostsRepository,
    private readonly callers: CallerSource,
    private readonly clock: Clock,
  ) {}

  async list(cityId: number, query: PartyOrganisationListQueryDto): Promise<PartyOrganisationPageDto> {
    const { parentId, areaId, level, code, q, limit } = query;
    const cursor = decodeCursor(query.cursor, [isText]);
    const area = areaId === undefined ? null : existing(await this.areas.byId(cityId, areaId));
    const afterPath = cursor ? String(cursor[0]) : undefined;
    const rows = await this.organisations.list(
      cityId,
      { parentId, withinPath: area?.path, level, code, words: q, afterPath },
      limit,
    );
    return pageOf(rows, limit, viewOf, ({ path }) => [path]);
  }

  /** @throws Problem 404 */
  async show(cityId: number, id: string): Promise<PartyOrganisationDto> {
    const organisation = await this.organisations.byId(cityId, id);
    if (!organisation) throw organisationNotFound();
    return viewOf(organisation);
  }

  async create(caller: Caller, input: CreatePartyOrganisationDto): Promise<PartyOrganisationDto> {
    const { cityId } = caller;
    const id = nextId();
    await this.database.transaction(async (tx) => {
      await this.changes.lockTree(tx, cityId, 'shared');
      const area = existing(await this.areas.byId(cityId, input.areaId, tx));
      requireAdministrator(caller, area.path, this.clock.now());
      const parent = await this.parent(tx, caller, input.parentId ?? null, input.level);
      const { level, code, name } = input;
      const path = parent ? `${parent.path}/${code}` : code;
      try {
        await this.organisations.insertMany(tx, cityId, [
          {
            id,
            code,
            name,
            level,
            parentId: parent?.id ?? null,
            path,
            areaId: area.id,
          },
        ]);
      } catch (error) {
        if (!isViolation(error, 'unique')) throw error;
        throw new Problem(409, 'party_organisation.code_taken', `党组织代码 ${code} 已经在用，请换一个`);
      }
    });
    return this.show(cityId, id);
  }

  async update(caller: Caller, id: string, input: UpdatePartyOrganisationDto): Promise<PartyOrganisationDto> {
    const { cityId } = caller;
    const persons = await this.database.transaction(async (tx) => {
      await this.changes.lockTree(tx, cityId, 'alone');
      const organisation = await this.mine(tx, caller, id);
      if (organisation.version !== input.version) {
        const facts = { current: viewOf(organisation) };
        throw new Problem(409, 'party_organisation.stale', '这个党组织刚刚被别人改过，请看过最新内容再改', { facts });
      }
      const area = existing(await this.areas.byId(cityId, input.areaId ?? organisation.areaId, tx));
      requireAdministrator(caller, area.path, this.clock.now());
      const parentId = input.parentId === undefined ? organisation.parentId : input.parentId;
      const isMoved = parentId !== organisation.parentId;
      const parent = isMoved ? await this.parent(tx, caller, parentId, organisation.level) : null;
      await this.organisations.update(tx, cityId, {
        id,
        name: input.name ?? organisation.name,
        parentId,
        areaId: area.id,
      });
      if (isMoved) {
        const path = parent ? `${parent.path}/${organisation.code}` : organisation.code;
        await this.organisations.relocate(tx, cityId, organisation.path, path);
      }
      return area.id === organisation.areaId ? [] : this.posts.follow(tx, cityId, 'party', id, area.path);
    });
    for (const person of persons) this.callers.forget(person);
    return this.show(cityId, id);
  }

  async remove(caller: Caller, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.mine(tx, caller, id);
      const inUse = new Problem(
        409,
        'party_organisation.in_use',
        '这个党组织还有下级组织，或有人任职、任过职，不能删除',
      );
      if (await this.posts.any(tx, caller.cityId, id)) throw inUse;
      try {
        await this.organisations.remove(tx, caller.cityId, id);
      } catch (error) {
        throw isViolation(error, 'foreign key') ? inUse : error;
      }
    });
  }

  /** Levels descend, so an organisation can never come to hang below itself. */
  private async parent(
    tx: Transaction,
    caller: Caller,
    parentId: string | null,
    level: PartyOrganisationRow['level'],
  ): Promise<PartyOrganisationRow | null> {
    if (parentId === null) return null;
    const parent = await this.mine(tx, caller, parentId);
    if (mayContainParty(parent.level, level)) return parent;
    const title = `${PARTY_LEVELS[parent.level].name}下面不能直接设${PARTY_LEVELS[level].name}`;
    throw new Problem(422, 'party_organisation.level', title, {
      facts: { allowed: PARTY_LEVELS[parent.level].contains },
    });
  }

  private async mine(tx: Transaction, caller: Caller, id: string): Promise<PartyOrganisationRow> {
    const organisation = await this.organisations.byId(caller.cityId, id, tx, true);
    if (!organisation) throw organisationNotFound();
    requireAdministrator(caller, organisation.areaPath, this.clock.now());
    return organisation;
  }
}
