import { Injectable } from '@nestjs/common';
import { coversPeriod, type NewPost, PostGrants } from '../organisation/post-grants.service.js';
import type { Transaction } from '../platform/database/database.js';
import { isViolation } from '../platform/database/violation.js';
import { Problem } from '../platform/http/problem.js';
import { nextId } from '../platform/ids.js';
import type { Roster } from './rosters.repository.js';
import { type ShiftRow, ShiftsRepository } from './shifts.repository.js';

export type ShiftToWrite = Pick<ShiftRow, 'personId' | 'name' | 'from' | 'to' | 'standInFor'> & {
  readonly id?: string;
};

/** Who does it, in which city. */
export interface Writer {
  readonly cityId: number;
  readonly personId: string;
}

/**
 * Writes shifts together with the posts that give their rights: being on duty gives the rights of a duty officer for
 * exactly the shift. Who holds a standing post needs none. Every method answers with whose rights it changed.
 */
@Injectable()
export class ShiftBook {
  constructor(
    private readonly shifts: ShiftsRepository,
    private readonly grants: PostGrants,
  ) {}

  async add(tx: Transaction, by: Writer, roster: Roster, wanted: readonly ShiftToWrite[]): Promise<string[]> {
    if (wanted.length === 0) return [];
    const { cityId, personId: createdBy } = by;
    await this.requireAble(tx, cityId, wanted);
    return this.guarded(async () => {
      const posts = await this.give(tx, by, roster, wanted);
      const rows = wanted.map((shift, index) => ({
        ...shift,
        id: shift.id ?? nextId(),
        rosterId: roster.id,
        postId: posts[index] ?? null,
        createdBy,
      }));
      await this.shifts.insert(tx, cityId, rows);
      return rows.map(({ personId }) => personId);
    });
  }

  /** Shifts that run end now; those to come never were. */
  async remove(tx: Transaction, by: Writer, gone: readonly ShiftRow[], now: Date): Promise<string[]> {
    for (const shift of gone.filter(({ from }) => from < now)) await this.shifts.cut(tx, by.cityId, shift.id, now);
    await this.shifts.remove(
      tx,
      by.cityId,
      gone.filter(({ from }) => from >= now).map(({ id }) => id),
    );
    return this.takeBack(tx, by, gone, now);
  }

  /** Gives shifts that have not begun to other persons or times, all at once. */
  async rewrite(
    tx: Transaction,
    by: Writer,
    roster: Roster,
    before: readonly ShiftRow[],
    after: readonly ShiftRow[],
    now: Date,
  ): Promise<string[]> {
    await this.requireAble(tx, by.cityId, after);
    const lost = await this.takeBack(tx, by, before, now);
    return this.guarded(async () => {
      const posts = await this.give(tx, by, roster, after);
      for (const [index, shift] of after.entries()) {
        await this.shifts.rewrite(tx, by.cityId, { ...shift, postId: posts[index] ?? null });
      }
      return [...lost, ...after.map(({ personId }) => personId)];
    });
  }

  private takeBack(tx: Transaction, by: Writer, shifts: readonly ShiftRow[], now: Date): Promise<string[]> {
    const own = shifts.flatMap(({ postId }) => (postId === null ? [] : [postId]));
    return this.grants.end(tx, by.cityId, own, now, by.personId);
  }

  /** The post of each shift, in their order; null where a standing post covers it. */
  private async give(
    tx: Transaction,
    { cityId, personId: createdBy }: Writer,
    roster: Roster,
    shifts: readonly ShiftToWrite[],
  ): Promise<(string | null)[]> {
    const office = { role: 'duty_officer', scopeType: 'area', scopeId: roster.areaId } as const;
    const from = new Date(Math.min(...shifts.map((shift) => shift.from.getTime())));
    const to = new Date(Math.max(...shifts.map((shift) => shift.to.getTime())));
    const persons = shifts.map(({ personId }) => personId);
    const held = await this.grants.held(tx, cityId, persons, office, { from, to });
    const posts = shifts.map((shift): NewPost | null =>
      held.some((post) => post.personId === shift.personId && coversPeriod(post, shift.from, shift.to))
        ? null
        : {
            ...office,
            id: nextId(),
            personId: shift.personId,
            name: roster.name,
            areaPath: roster.areaPath,
            from: shift.from,
            to: shift.to,
            createdBy,
          },
    );
    const given = posts.flatMap((post) => post ?? []);
    await this.grants.give(tx, cityId, given, createdBy);
    return posts.map((post) => post?.id ?? null);
  }

  private async requireAble(tx: Transaction, cityId: number, shifts: readonly ShiftToWrite[]): Promise<void> {
    const able = await this.grants.able(
      tx,
      cityId,
      shifts.map(({ personId }) => personId),
    );
    if (shifts.every(({ personId }) => able.has(personId))) return;
    throw new Problem(422, 'duty.person_unknown', '有值班人没有登记或已停用，请先为其登记，或另选一位');
  }

  /** The database is the judge of who was first. */
  private async guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (isViolation(error, 'exclusion', 'duty_shifts_once')) {
        throw new Problem(409, 'duty.taken', '这段时间已经排了班，请先调整原来的班次');
      }
      if (isViolation(error, 'exclusion', 'duty_shifts_person')) {
        throw new Problem(409, 'duty.person_busy', '这位同志在这段时间已经有别的班，请另选时间或另选一位');
      }
      if (isViolation(error, 'exclusion', 'posts_once')) {
        const title = '值班人的值班岗位只覆盖这一班的一部分，请先调整岗位的起止时间';
        throw new Problem(409, 'duty.post_in_the_way', title);
      }
      throw error;
    }
  }
}
