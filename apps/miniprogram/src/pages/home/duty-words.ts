import type { Schemas } from '../../api-client/api.js';

/** Who answers now, else from when somebody does; null when nobody will. */
export function dutyWords({ area, now, next }: Schemas['DutyNowDto']): string | null {
  // Posts are mostly named by their place.
  if (now !== null)
    return now.postName.includes(area.name)
      ? `现在有人值守：${now.postName}`
      : `${area.name}现在有人值守：${now.postName}`;
  return next === null ? null : `${area.name}下一班 ${next.from.slice(11, 16)} 开始值守`;
}
