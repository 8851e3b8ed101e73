import { View } from '@tarojs/components';
import { useState } from 'react';
import { OrderCard, OrderSummary } from '../../orders/order-card.js';
import type { OrderItem, useOrders } from '../../orders/queries.js';
import { SignInSheet } from '../../session/sign-in-sheet.js';
import { BottomBar } from '../../ui/bottom-bar.js';
import { Button } from '../../ui/button.js';
import { FormFault } from '../../ui/form-fault.js';
import { Icon } from '../../ui/icon.js';
import { Notice } from '../../ui/notice.js';
import { PagedList } from '../../ui/paged-list.js';
import { Pressable } from '../../ui/pressable.js';
import { useBulkAccept } from './use-bulk-accept.js';
import './bulk-accept.css';

/** What was submitted: opened one by one, or several chosen and accepted at once. */
export function SubmittedOrders({ query, empty }: { query: ReturnType<typeof useOrders>; empty: string }) {
  const [choosing, setChoosing] = useState(false);
  const [signIn, setSignIn] = useState(false);
  const listed = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const { chosen, isChosen, choose, busy, result, send } = useBulkAccept(listed);
  const list = (
    <PagedList
      query={query}
      keyOf={({ id }) => id}
      render={(order) =>
        choosing ? (
          <ChoiceCard order={order} chosen={isChosen(order.id)} onChoose={() => choose(order.id)} />
        ) : (
          <OrderCard order={order} />
        )
      }
      empty={{ text: empty }}
    />
  );
  if (!choosing) {
    return (
      <>
        {listed.length < 2 ? null : (
          <Button label="选几张一起受理" icon="list-checks" wide onPress={() => setChoosing(true)} />
        )}
        {list}
      </>
    );
  }
  return (
    <>
      <FormFault error={result?.stopped} onSignIn={() => setSignIn(true)} />
      {result?.refused.map(({ id, title, why }) => (
        <Notice key={id} tone="alarm" text={`“${title}”没有受理：${why}`} />
      ))}
      {list}
      <BottomBar>
        <Button label="不选了" onPress={() => setChoosing(false)} />
        <View className="bulk-accept__send">
          <Button
            label={chosen.length === 0 ? '请选要受理的' : `受理选中的 ${chosen.length} 张`}
            tone="primary"
            wide
            busy={busy}
            disabled={chosen.length === 0}
            onPress={send}
          />
        </View>
      </BottomBar>
      {signIn ? <SignInSheet onClose={() => setSignIn(false)} /> : null}
    </>
  );
}

function ChoiceCard({ order, chosen, onChoose }: { order: OrderItem; chosen: boolean; onChoose: () => void }) {
  return (
    <Pressable kind="checkbox" checked={chosen} className="choice-card" onPress={onChoose}>
      <View className="choice-card__inside">
        <View className={chosen ? 'choice-card__box choice-card__box--chosen' : 'choice-card__box'}>
          {chosen ? <Icon name="check" size="small" /> : null}
        </View>
        <View className="choice-card__order">
          <OrderSummary order={order} />
        </View>
      </View>
    </Pressable>
  );
}
