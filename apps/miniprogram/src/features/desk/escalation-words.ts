import { monthDayTime } from '@linshao/domain';
import type { Schemas } from '../../api-client/api.js';

type Escalation = Pick<Schemas['EscalationView'], 'rung' | 'told' | 'at'>;

/** How high it came, who was told there and when. */
export function toldWords({ rung, told, at }: Escalation, now: Date): string {
  const office = told.areaName === '' ? told.roleName : `${told.areaName} · ${told.roleName}`;
  return `第 ${rung} 级：${monthDayTime(new Date(at), now)}告知 ${office}`;
}
