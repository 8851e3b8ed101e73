import { useDutyNow } from '../../session/use-duty-now.js';
import { DutyLine } from './duty-line.js';

/** Who answers for the community at this hour. */
export function DutyNow() {
  const { data } = useDutyNow();
  return data === undefined ? null : <DutyLine duty={data} />;
}
