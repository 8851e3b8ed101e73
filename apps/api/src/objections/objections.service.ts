import { Inject, Injectable } from '@nestjs/common';
import { activePosts, OBJECTION_OFFICES, refuse, type Role, seesObjection } from '@linshao/domain';
import { AreasService } from '../organisation/areas.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { decodeCursor, isId, pageOf } from '../platform/http/cursor.js';
import { notFound, problemOf } from '../platform/http/problem.js';
import type { Repeatable } from '../platform/idempotency/idempotency.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import { toView } from './objection-views.js';
import type {
  DutyReasonView,
  ObjectDto,
  ObjectionListQueryDto,
  ObjectionPage,
  ObjectionView,
  RuleObjectionDto,
} from './objections.dto.js';
import { ObjectionsRepository, toObjection } from './objections.repository.js';
import { RaiseObjectionService } from './raise-objection.service.js';
import { RuleObjectionService } from './rule-objection.service.js';

const OFFICES: ReadonlySet<Role> = new Set<Role>(OBJECTION_OFFICES);
const UNIT_ROLES: ReadonlySet<Role> = new Set<Role>(['unit_responder', 'provider']);

/** Objections as their readers see them, and the catalogue they choose from. */
@Injectable()
export class ObjectionsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: ObjectionsRepository,
    private readonly raising: RaiseObjectionService,
    private readonly ruling: RuleObjectionService,
    private readonly areas: AreasService,
    private readonly playbooks: PlaybooksService,
    private readonly clock: Clock,
  ) {}

  async raise(caller: Caller, orderId: string, input: ObjectDto, key: Repeatable | null): Promise<ObjectionView> {
    return this.get(caller, await this.raising.raise(caller, orderId, input, key));
  }

  async rule(caller: Caller, id: string, input: RuleObjectionDto, key: Repeatable | null): Promise<ObjectionView> {
    await this.ruling.rule(caller, id, input, key);
    return this.get(caller, id);
  }

  /** Of the areas where the caller holds an office, and of the units they answer for. */
  async list(caller: Caller, { state, order: orderId, cursor, limit }: ObjectionListQueryDto): Promise<ObjectionPage> {
    const posts = activePosts(caller.actor, this.clock.now());
    const areas = posts.flatMap(({ role, scope }) => (OFFICES.has(role) ? [scope.areaPath] : []));
    const units = posts.flatMap(({ role, scope }) =>
      UNIT_ROLES.has(role) && scope.type === 'unit' ? [scope.unitId] : [],
    );
    const before = decodeCursor(cursor, [isId])?.[0]?.toString();
    const rows = await this.repository.list(caller.cityId, { areas, units, state, orderId, before }, limit + 1);
    return pageOf(rows, limit, toView, ({ id }) => [id]);
  }

  async get(caller: Caller, id: string): Promise<ObjectionView> {
    const row = await this.repository.byId(caller.cityId, id);
    if (!row || !seesObjection(toObjection(row), caller.actor, this.clock.now()))
      throw problemOf(refuse('objection.not_visible'));
    return toView(row);
  }

  /** 职责清单 of an area; without one, of the caller's home, else of the city. */
  async catalogue(caller: Caller | null, code: string | undefined): Promise<DutyReasonView[]> {
    const cityId = caller?.cityId ?? this.config.cityId;
    const area = code === undefined ? null : await this.areas.areaByCode(cityId, code);
    if (code !== undefined && !area) throw notFound('area.not_found', '没有这个区域');
    const path = area?.path ?? caller?.homeAreaPath ?? String(cityId);
    return [...(await this.playbooks.dutyCatalogue(cityId, path))];
  }
}
