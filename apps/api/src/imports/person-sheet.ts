import { type PostScope, REGISTRARS, type Role, ROLE_NAMES } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { PersonImportService } from '../identity/person-import.service.js';
import { AreasService } from '../organisation/areas.service.js';
import { PostImportService } from '../organisation/post-import.service.js';
import type { Caller } from '../platform/auth/caller.js';
import type { Transaction } from '../platform/database/database.js';
import type { ImportRow, RowOutcomes } from '../platform/imports/row-outcomes.js';
import { AREA_COLUMN, type Column } from './column.js';
import type { ImportKind } from './import-kind.js';
import type { CheckedRow } from './read-sheet.js';

const SCOPE_NAMES: Readonly<Record<PostScope['type'], string>> = { area: '区域', unit: '单位', party: '党组织' };

const COLUMNS: readonly Column[] = [
  {
    key: 'name',
    heading: '姓名',
    check: 'text',
    required: true,
    max: 30,
    example: '王小明',
    hint: '完整姓名，不带星号',
  },
  {
    key: 'phone',
    heading: '手机号',
    check: 'phone',
    required: true,
    example: '19900001234',
    hint: '11 位；再次导入按手机号和姓名对应',
  },
  { key: 'idNumber', heading: '身份证号', check: 'idNumber', example: '', hint: '可不填；请先把这一列设为“文本”格式' },
  { ...AREA_COLUMN, hint: `登记在哪个区域；${AREA_COLUMN.hint}` },
  {
    key: 'role',
    heading: '岗位',
    check: 'choice',
    choices: ROLE_NAMES,
    example: ROLE_NAMES.grid_worker,
    hint: '不任岗位的留空；一人多岗写多行',
  },
  {
    key: 'scopeType',
    heading: '任职类型',
    check: 'choice',
    choices: SCOPE_NAMES,
    example: SCOPE_NAMES.area,
    hint: '任在区域、单位还是党组织；有岗位时必填',
  },
  {
    key: 'scope',
    heading: '任职处代码',
    check: 'scope',
    example: '320402003012/G01',
    hint: '区域、单位或党组织的代码；有岗位时必填',
  },
  { key: 'postName', heading: '岗位名称', check: 'text', example: '第一网格网格员', hint: '留空则用任职处加岗位' },
  { key: 'from', heading: '开始日期', check: 'day', example: '2026-01-01', hint: '留空则从导入时起' },
  { key: 'to', heading: '结束日期', check: 'day', example: '', hint: '最后一天；留空则长期' },
];

type Row = ImportRow<{
  readonly name: string;
  readonly phone: string;
  readonly idNumber: string | null;
  readonly area: string;
  readonly role: Role | null;
  readonly scopeType: PostScope['type'] | null;
  readonly scope: string | null;
  readonly postName: string | null;
  readonly from: string | null;
  readonly to: string | null;
}>;

const DAY_MS = 86_400_000;
const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/** People, and the posts they hold: one row for each post. */
@Injectable()
export class PersonSheet implements ImportKind {
  readonly code = 'persons';
  readonly name = '人员';
  readonly columns = COLUMNS;
  readonly key = ['phone', 'name', 'role', 'scopeType', 'scope'];
  readonly roles = REGISTRARS;

  constructor(
    private readonly areas: AreasService,
    private readonly persons: PersonImportService,
    private readonly posts: PostImportService,
  ) {}

  begin(tx: Transaction, { cityId }: Caller): Promise<void> {
    return this.areas.hold(tx, cityId);
  }

  /** A row counts as a whole: with a post that is refused, its person is not written either. */
  async take(tx: Transaction, caller: Caller, checked: readonly CheckedRow[], outcomes: RowOutcomes): Promise<void> {
    const rows = (checked as unknown as Row[]).filter((row) => isWhole(row, outcomes));
    const areas = await this.areas.areasByReference(
      tx,
      caller.cityId,
      rows.map(({ area }) => area),
    );
    const placed = rows.flatMap((row) => {
      const area = areas.get(row.area);
      if (!area) outcomes.refuse(row, '区域代码', 'area.not_found', '没有这个区域，请核对代码');
      return area ? [{ ...row, area }] : [];
    });
    const persons = await this.persons.match(tx, caller, placed, outcomes);
    const appointments = placed.flatMap(({ row, role, scopeType, scope, postName, from, to }) => {
      const personId = persons.get(row)?.personId;
      if (personId === undefined || !role || !scopeType || !scope) return [];
      const end = to === null ? null : new Date(startOf(to).getTime() + DAY_MS);
      return [{ row, personId, role, scopeType, scope, postName, from: from === null ? null : startOf(from), to: end }];
    });
    const posts = await this.posts.match(tx, caller, appointments, outcomes);
    const good = placed.flatMap(({ row, role }) => {
      const person = persons.get(row);
      const post = role === null ? null : posts.get(row);
      return person && post !== undefined ? [{ person, post }] : [];
    });
    await this.persons.write(
      tx,
      caller,
      good.map(({ person }) => person),
    );
    await this.posts.write(
      tx,
      caller,
      good.flatMap(({ post }) => post ?? []),
    );
    for (const { person, post } of good) {
      if (person.added || post) outcomes.added += 1;
      else if (person.idNumber) outcomes.changed += 1;
      else outcomes.unchanged += 1;
      if (post) outcomes.persons.add(person.personId);
    }
  }
}

function isWhole(row: Row, outcomes: RowOutcomes): boolean {
  const given = [row.role, row.scopeType, row.scope].filter((part) => part !== null).length;
  if (given === 0 || given === 3) return true;
  outcomes.refuse(row, '岗位', 'post.incomplete', '岗位、任职类型、任职处代码要么都填，要么都不填');
  return false;
}
