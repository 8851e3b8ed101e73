import { Injectable } from '@nestjs/common';
import { type AreaPath, canonicalJson, type Playbook, rolesOver, validatePlaybook } from '@linshao/domain';
import { type Area, AreasService } from '../organisation/areas.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { decodeCursor, isCount, isText, pageOf } from '../platform/http/cursor.js';
import { type FieldProblem, notFound, Problem } from '../platform/http/problem.js';
import { cleanJson } from '../platform/http/text.js';
import type {
  PlaybookAreaDto,
  PlaybookDto,
  PlaybookLineDto,
  PlaybookListQueryDto,
  PlaybookPageDto,
  PutPlaybookDto,
} from './playbook-admin.dto.js';
import { type PlaybookRow, PlaybooksRepository } from './playbooks.repository.js';
import { PlaybooksService } from './playbooks.service.js';

const MOST_PROBLEMS = 50;

/** Playbooks in the hands of administrators, each of their own area. */
@Injectable()
export class PlaybookAdminService {
  constructor(
    private readonly database: Database,
    private readonly repository: PlaybooksRepository,
    private readonly playbooks: PlaybooksService,
    private readonly areas: AreasService,
    private readonly clock: Clock,
  ) {}

  async list(cityId: number, { area, history = false, cursor, limit }: PlaybookListQueryDto): Promise<PlaybookPageDto> {
    const after = decodeCursor(cursor, [isText, isCount]);
    const areaPath = area === undefined ? undefined : (await this.area(cityId, area)).path;
    const filter = {
      history,
      ...(areaPath && { areaPath }),
      ...(after && { after: { areaPath: String(after[0]), version: Number(after[1]) } }),
    };
    const rows = await this.repository.list(cityId, filter, limit);
    return pageOf(rows, limit, lineOf, ({ area_path, version }) => [area_path, version]);
  }

  /** @throws Problem 404 where nothing is in force */
  async inForce(cityId: number, area: string): Promise<PlaybookDto> {
    const { path } = await this.area(cityId, area);
    return this.view(cityId, await this.repository.inForce(cityId, path));
  }

  async show(cityId: number, id: string): Promise<PlaybookDto> {
    return this.view(cityId, await this.repository.byId(cityId, id));
  }

  /**
   * The same content again changes nothing.
   * @throws Problem 409 `playbook.stale`, 422 `playbook.wrong` with every mistake
   */
  async put(caller: Caller, areaId: string, { basedOn, playbook }: PutPlaybookDto): Promise<PlaybookDto> {
    const { cityId, personId } = caller;
    const checked = checkedFor(cityId, playbook);
    const row = await this.change(caller, areaId, async (tx, path) => {
      const newest = await this.repository.newestOf(tx, cityId, path);
      const own = newest?.removed_at ? null : newest;
      if (own && canonicalJson(own.data) === canonicalJson(checked)) return own;
      const version = own?.version ?? 0;
      if (basedOn !== version)
        throw new Problem(409, 'playbook.stale', '这里的配置刚刚被别人改过，请看过最新内容再改', {
          facts: { current: { version } },
        });
      await this.repository.add(tx, cityId, path, checked, personId);
      return this.repository.newestOf(tx, cityId, path);
    });
    return this.view(cityId, row);
  }

  /** @throws Problem 404 when the area has none of its own, 409 when there would be none at all */
  async remove(caller: Caller, areaId: string): Promise<void> {
    const { cityId } = caller;
    await this.change(caller, areaId, async (tx, path) => {
      if ((await this.repository.remove(tx, cityId, path)) === 0)
        throw notFound('playbook.not_found', '这里没有自己的配置，用的是上级的');
      if (!(await this.repository.inForce(cityId, path, tx)))
        throw new Problem(409, 'playbook.last', '上级没有配置，删除后这里就不能再提诉求了，请改为修改配置');
    });
  }

  private async change<T>(caller: Caller, areaId: string, work: (tx: Transaction, path: AreaPath) => Promise<T>) {
    const { cityId, actor } = caller;
    const area = await this.areas.areaById(cityId, areaId);
    if (!area) throw notFound('area.not_found', '没有这个区域，请核对');
    if (!rolesOver(actor, area.path, this.clock.now()).has('administrator'))
      throw new Problem(403, 'area.beyond_yours', '这里不在您管理的范围内，请联系上级管理员');
    const done = await this.database.transaction(async (tx) => {
      await this.repository.lock(tx, cityId);
      await this.areas.hold(tx, cityId);
      const still = await this.areas.areaById(cityId, areaId);
      return work(tx, still?.path ?? area.path);
    });
    this.playbooks.forget();
    return done;
  }

  private async area(cityId: number, named: string): Promise<Area> {
    const found = await this.areas.areaNamed(cityId, named);
    if (!found) throw new Problem(422, 'area.unknown', '没有找到这个区域，请核对区域代码', { facts: { area: named } });
    return found;
  }

  private async view(cityId: number, row: PlaybookRow | null): Promise<PlaybookDto> {
    if (!row) throw notFound('playbook.not_found', '没有找到配置');
    const area = await this.areas.areaByPath(cityId, row.area_path);
    const { code, name } = row.data;
    return { ...lineOf({ ...row, code, name, area_name: area?.name ?? null }), playbook: row.data };
  }
}

function checkedFor(cityId: number, playbook: unknown): Playbook {
  const cleaned = typeof playbook === 'object' && playbook !== null ? cleanJson(playbook) : playbook;
  const elsewhere = (playbook: unknown): boolean =>
    typeof playbook === 'object' && playbook !== null && 'city' in playbook && playbook.city !== cityId;
  const mistakes = [...validatePlaybook(cleaned), ...(elsewhere(cleaned) ? [`city：应当是本市的代码 ${cityId}`] : [])];
  if (mistakes.length === 0) return cleaned as Playbook;
  throw new Problem(422, 'playbook.wrong', `配置有 ${mistakes.length} 处要改，请按提示修改`, {
    errors: mistakes.slice(0, MOST_PROBLEMS).map(toProblem),
  });
}

/** `categories[0].name：不能为空` names the field before the colon. */
function toProblem(mistake: string): FieldProblem {
  const [field = '', ...message] = mistake.split('：');
  return { field, code: 'playbook', message: message.join('：') };
}

type Line = Pick<PlaybookRow, 'id' | 'area_path' | 'version' | 'created_at' | 'removed_at'> & {
  readonly code: string;
  readonly name: string;
  readonly area_name: string | null;
};

const lineOf = ({ id, area_path, version, created_at, removed_at, code, name, area_name }: Line): PlaybookLineDto => ({
  id,
  area: areaOf(area_path, area_name),
  code,
  name,
  version,
  createdAt: created_at,
  removedAt: removed_at,
});

function areaOf(path: string, name: string | null): PlaybookAreaDto {
  const code = path.split('/').at(-1) ?? path;
  return { code, name: name ?? code, path };
}
