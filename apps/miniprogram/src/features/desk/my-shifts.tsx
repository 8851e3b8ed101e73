import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Schemas } from '../../api-client/api.js';
import { useDutyNow } from '../../session/use-duty-now.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { PagedList } from '../../ui/paged-list.js';
import { Row } from '../../ui/stack.js';
import { Tag } from '../../ui/tag.js';
import { useNow } from '../../ui/use-now.js';
import { useMyShifts, type Shift, type Swap, type useSwaps } from './duty-queries.js';
import { ShiftCard } from './shift-card.js';
import { shiftWords } from './shift-words.js';
import { SwapSheet } from './swap-sheet.js';

/** When I am on duty; a shift that has not begun can be given to a colleague who agrees. */
export function MyShifts({ swaps }: { swaps: ReturnType<typeof useSwaps> }) {
  const now = useNow();
  const query = useMyShifts();
  const [giving, setGiving] = useState<Shift | null>(null);
  const open = (swaps.data?.pages ?? []).flatMap(({ items }) => items.filter(({ state }) => state === 'asked'));
  return (
    <>
      <OnDuty />
      <PagedList
        query={query}
        keyOf={({ id }) => id}
        render={(shift) => (
          <ShiftCard shift={shift} mine>
            {new Date(shift.from) <= now ? null : (
              <Give asked={askedFor(open, shift)} onGive={() => setGiving(shift)} />
            )}
          </ShiftCard>
        )}
        empty={{ text: '近期没有排您的班。' }}
        more="看以后的"
      />
      {giving === null ? null : <SwapSheet shift={giving} onClose={() => setGiving(null)} />}
    </>
  );
}

const askedFor = (open: readonly Swap[], { id }: Shift): Swap | undefined => open.find(({ shift }) => shift?.id === id);

function Give({ asked, onGive }: { asked: Swap | undefined; onGive: () => void }) {
  if (asked !== undefined) {
    return (
      <Row>
        <Tag text={`已请${asked.askedOf.name}接，等答复`} tone="warn" icon="clock" />
      </Row>
    );
  }
  return <Button label="找人换班" icon="repeat" onPress={onGive} />;
}

/** Who answers for my community now and next, as the residents see it. */
function OnDuty() {
  const now = useNow();
  const { data } = useDutyNow();
  if (data === undefined) return null;
  const words = (turn: Schemas['OnDutyDto'], what: string) =>
    turn.to === null ? `${what}：${turn.postName}` : `${what}：${shiftWords({ from: turn.from, to: turn.to }, now)}`;
  return (
    <Card>
      <View>{data.now === null ? `${data.area.name}现在没有人值班` : words(data.now, '现在这一班')}</View>
      {data.next === null ? null : <View className="shift-card__more">{words(data.next, '下一班')}</View>}
    </Card>
  );
}
