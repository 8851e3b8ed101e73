import { activePosts, postOver, REGISTRARS } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { type RevealedPersonDto, RevealService } from '../identity/reveal.service.js';
import { AreasService } from '../organisation/areas.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { oneStatement } from '../platform/database/statement.js';
import { outboxRow } from '../platform/events/event.js';
import { OutboxWaker } from '../platform/events/outbox.jobs.js';
import { decodeCursor, isId, pageOf } from '../platform/http/cursor.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { invalid } from '../platform/http/validation.js';
import { nextId } from '../platform/ids.js';
import { DwellingsRepository } from './dwellings.repository.js';
import { registrarPost } from './registrar-check.js';
import { residencyRequested } from './registry.events.js';
import { ResidenciesRepository, type ResidencyRow } from './residencies.repository.js';
import type {
  RequestResidencyDto,
  ResidencyDto,
  ResidencyListQueryDto,
  ResidencyPageDto,
  RevealApplicantDto,
} from './residencies.dto.js';
import { ResidencyViews } from './residency-views.service.js';

/** Asking to be registered at a dwelling, and reading the requests. */
@Injectable()
export class ResidenciesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly areas: AreasService,
    private readonly dwellings: DwellingsRepository,
    private readonly residencies: ResidenciesRepository,
    private readonly views: ResidencyViews,
    private readonly reveals: RevealService,
    private readonly waker: OutboxWaker,
  ) {}

  /** Asking for the same dwelling again is the same request. */
  async request(caller: Caller, { dwellingId, areaId, address, relation }: RequestResidencyDto): Promise<ResidencyDto> {
    const { cityId, personId } = caller;
    const place = dwellingId
      ? await this.dwellings.byId(cityId, dwellingId)
      : await this.namedArea(cityId, areaId, address);
    if (!place) throw notFound('residency.no_place', '没有找到这个住处，请重新选择');
    const request = {
      id: nextId(),
      personId,
      dwellingId: dwellingId ?? null,
      areaId: place.areaId,
      addressSealed: dwellingId || !address ? null : this.views.seal(address),
      relation,
    };
    const fact = { residencyId: request.id, personId, areaPath: place.areaPath };
    const parts = [...this.residencies.request(cityId, request), outboxRow(residencyRequested, cityId, fact, 'asked')];
    const [asked] = await this.database.rows(oneStatement('asked', parts));
    if (asked) {
      this.waker.wake();
      return this.show(caller, request.id);
    }
    const open = await this.residencies.open(cityId, personId, request.dwellingId);
    if (!open) throw notFound('residency.no_place', '没有找到这个住处，请重新选择');
    if (!dwellingId && (open.areaId !== areaId || this.views.told(open) !== address)) {
      throw new Problem(409, 'residency.pending', '您已有一个住址登记在等社区确认，请先等待或撤回', {
        facts: { residencyId: open.id },
      });
    }
    return this.inWords(cityId, open);
  }

  /** Where the caller keeps the register, or the part of it they ask for. */
  async list(caller: Caller, { state, area: areaId, cursor, limit }: ResidencyListQueryDto): Promise<ResidencyPageDto> {
    const { cityId, actor } = caller;
    const now = this.clock.now();
    const own = activePosts(actor, now).filter(({ role }) => REGISTRARS.some((registrar) => registrar === role));
    let paths = own.map(({ scope }) => scope.areaPath);
    if (areaId) {
      const area = await this.areas.areaById(cityId, areaId);
      if (!area) throw notFound('area.not_found', '没有这个区域');
      registrarPost(caller, area.path, now);
      paths = [area.path];
    }
    const before = decodeCursor(cursor, [isId])?.[0]?.toString();
    const rows = await this.residencies.within(cityId, paths, state, before, limit + 1);
    const { nextCursor } = pageOf(
      rows,
      limit,
      ({ id }) => id,
      ({ id }) => [id],
    );
    return { items: await this.views.of(cityId, rows.slice(0, limit)), nextCursor };
  }

  async show(caller: Caller, id: string): Promise<ResidencyDto> {
    return this.inWords(caller.cityId, await this.visible(caller, id));
  }

  /** To call back whoever asks: their numbers, before any post covers them as a resident. */
  async reveal(caller: Caller, id: string, { fields, purpose }: RevealApplicantDto): Promise<RevealedPersonDto> {
    const { personId, areaPath, state } = await this.visible(caller, id);
    const post = registrarPost(caller, areaPath, this.clock.now());
    if (state === 'refused' || state === 'ended')
      throw new Problem(409, 'residency.decided', '这个登记已经办结，不能再查看个人信息');
    return this.reveals.open(caller, personId, post.id, fields, purpose);
  }

  private async visible({ cityId, personId, actor }: Caller, id: string): Promise<ResidencyRow> {
    const residency = await this.residencies.byId(cityId, id);
    if (!residency) throw notFound();
    if (residency.personId !== personId && !postOver(actor, REGISTRARS, residency.areaPath, this.clock.now()))
      throw notFound();
    return residency;
  }

  private async namedArea(cityId: number, areaId: string | undefined, address: string | undefined) {
    if (!areaId || !address) {
      throw invalid([{ field: 'dwellingId', code: 'isDefined', message: '请选择房屋，或者选择社区并填写地址' }]);
    }
    const area = await this.areas.areaById(cityId, areaId);
    if (area && ['city', 'district', 'subdistrict'].includes(area.level)) {
      throw invalid([{ field: 'areaId', code: 'level', message: '请选择到社区或网格' }]);
    }
    return area && { areaId: area.id, areaPath: area.path };
  }

  private async inWords(cityId: number, row: ResidencyRow): Promise<ResidencyDto> {
    const [residency] = await this.views.of(cityId, [row]);
    if (!residency) throw notFound();
    return residency;
  }
}
