import type { AreaPath, TemplateStep } from '@linshao/domain';
import type { DeadlineStart } from '../deadlines/deadlines.service.js';

/** Once, when four fifths of the step's own time are gone. */
const REMIND_AT = [0.8];

/** The promise of one step. */
export const startOfStep = (
  matterId: string,
  areaPath: AreaPath,
  { within }: TemplateStep,
  startedAt: Date,
  holderIds: readonly string[],
): DeadlineStart => ({
  subject: { type: 'matter', id: matterId },
  orderId: null,
  kind: 'step',
  limit: within,
  startedAt,
  areaPath,
  category: null,
  holderIds,
  remindAt: REMIND_AT,
});
