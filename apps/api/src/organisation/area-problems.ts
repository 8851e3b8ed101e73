import { AREA_LEVELS, type AreaLevel } from '@linshao/domain';
import { notFound, Problem } from '../platform/http/problem.js';
import type { Area } from './area.js';

const areaNotFound = (): Problem => notFound('area.not_found', '没有找到这个区域，请核对编号或代码');

/** @throws Problem 404 for an area that is not there. */
export function existing<A extends Area>(area: A | null): A {
  if (area) return area;
  throw areaNotFound();
}

export const codeTaken = (code: string): Problem =>
  new Problem(409, 'area.code_taken', `代码 ${code} 已经有别的区域在用，请换一个`, { facts: { areaCode: code } });

export const codeDoesNotFit = (code: string, level: AreaLevel, parentCode: string): Problem =>
  new Problem(
    422,
    'area.code',
    `${AREA_LEVELS[level].name}代码 ${code} 不符合规则：应接在上级代码 ${parentCode} 之后`,
    {
      detail: '社区及以上用国家统计代码；社区以下自编，如 G01，再往下接短横，如 G01-E02。总长不超过 40 个字符。',
    },
  );

export const levelDoesNotFit = (level: AreaLevel, parent: AreaLevel): Problem =>
  new Problem(422, 'area.level', `${AREA_LEVELS[parent].name}下面不能直接设${AREA_LEVELS[level].name}`, {
    facts: { allowed: AREA_LEVELS[parent].contains },
  });

export const inUse = (noun: string): Problem =>
  new Problem(409, 'area.in_use', `这个区域里还有${noun}，不能删除；请先移走或结束它们`, { facts: { usedBy: noun } });
