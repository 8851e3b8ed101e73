import { Injectable } from '@nestjs/common';
import { clockOf, planTime, shanghaiIso, type TimeLimit } from '@linshao/domain';
import { AreasService } from '../organisation/areas.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { type FieldProblem, Problem } from '../platform/http/problem.js';
import { invalid } from '../platform/http/validation.js';
import { CalendarsService } from './calendars.service.js';
import type { DeadlinePlanDto, PlanDeadlineDto } from './deadline-plan.dto.js';

const MS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000, workdays: 86_400_000 } as const;
const SECOND = 1_000;
const TEN_YEARS = 3660 * MS.days;
/** The official holidays are known from 2020, the moons of the law's holidays until 2050. */
const FIRST = new Date('2020-01-01T00:00:00+08:00');
const END = new Date('2051-01-01T00:00:00+08:00');

/** Answers when something would be due, without promising anything. */
@Injectable()
export class DeadlinePlanService {
  constructor(
    private readonly calendars: CalendarsService,
    private readonly areas: AreasService,
  ) {}

  /** Counts by the calendar as it is; a demonstration's speed is left out, so that the sentence is the law's. */
  async plan({ cityId }: Caller, { startAt, amount, unit, clock, area }: PlanDeadlineDto): Promise<DeadlinePlanDto> {
    const limit = { amount, unit, clock: clock ?? clockOf({ unit, clock: 'natural' }) };
    const mistakes = [...startMistakes(startAt), ...limitMistakes(limit)];
    if (mistakes.length > 0) throw invalid(mistakes);
    if (area !== undefined) await this.requireArea(cityId, area);
    const { calendar } = await this.calendars.inForce(cityId);
    const { dueAt, provisional, why } = planTime(startAt, limit, calendar);
    return { dueAt: shanghaiIso(dueAt), provisional, why };
  }

  private async requireArea(cityId: number, area: string): Promise<void> {
    const found = await this.areas.areaNamed(cityId, area);
    if (!found) throw new Problem(422, 'area.unknown', '没有找到这个区域，请核对区域代码', { facts: { area } });
  }
}

const mistake = (field: string, message: string): FieldProblem => ({ field, code: 'limit', message });

function startMistakes(startAt: Date): FieldProblem[] {
  return startAt >= FIRST && startAt < END ? [] : [mistake('startAt', '起算时间应在 2020 年到 2050 年之间')];
}

function limitMistakes({ amount, unit, clock }: TimeLimit): FieldProblem[] {
  const inDays = unit === 'days' || unit === 'workdays';
  return [
    ...(amount * MS[unit] >= SECOND ? [] : [mistake('amount', '应大于 0，至少 1 秒')]),
    ...(amount * MS[unit] <= TEN_YEARS ? [] : [mistake('amount', '期限最长十年')]),
    ...(inDays && !Number.isInteger(amount) ? [mistake('amount', '按天或工作日计的期限应为整数')] : []),
    ...(clock === clockOf({ unit, clock })
      ? []
      : [mistake('clock', unit === 'days' ? '“天”只按自然时间（natural）计' : '“工作日”只按工作时间（working）计')]),
  ];
}
