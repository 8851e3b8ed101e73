import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { sentenceOf } from '../../../api-client/api-error.js';
import { queryClient } from '../../../api-client/query-client.js';
import { arranged, formActions, type FormAction } from '../../../orders/action-form.js';
import { ActionSheet } from '../../../orders/action-sheet.js';
import { useActions, useOrder, useTimeline, type Order } from '../../../orders/queries.js';
import { SignedInOnly } from '../../../session/signed-in-only.js';
import { Notice } from '../../../ui/notice.js';
import { Page } from '../../../ui/page.js';
import { Section } from '../../../ui/section.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { Timeline } from '../../../ui/timeline.js';
import { useNow } from '../../../ui/use-now.js';
import { ActionBar } from '../action-bar.js';
import { ChildTasks } from '../child-tasks.js';
import { Contact } from '../contact.js';
import { Deadlines } from '../deadlines.js';
import { DispatchSheet } from '../dispatch-sheet.js';
import { FreshNotice } from '../fresh-notice.js';
import { MergeSheet } from '../merge-sheet.js';
import { Objections } from '../objections.js';
import { OrderFacts } from '../order-facts.js';
import { OrderNow } from '../order-now.js';
import { OrderPlace } from '../order-place.js';
import type { Receiver } from '../split-draft.js';
import { SplitSheet } from '../split-sheet.js';
import { Supervise } from '../supervise.js';
import { timelineEntries } from '../timeline-entries.js';

/** One order, for whoever may see it: how it stands, what happened, and what they may do with it now. */
export default function OrderPage() {
  const { id = '', fresh } = useRouter().params;
  usePullDownRefresh(() => {
    void queryClient.refetchQueries({ queryKey: ['order', id] }).then(() => Taro.stopPullDownRefresh());
  });
  return (
    <Page>
      <SignedInOnly why="登录后才能看这张单子的进展。">
        {fresh === 'yes' ? <FreshNotice /> : null}
        <OrderInside id={id} />
      </SignedInOnly>
    </Page>
  );
}

function OrderInside({ id }: { id: string }) {
  const order = useOrder(id);
  if (order.data !== undefined) return <OrderRead order={order.data} />;
  if (order.error === null) return <Skeleton />;
  const retry = { label: '再试一次', onPress: () => void order.refetch() };
  return <Notice tone="alarm" text={sentenceOf(order.error)} action={retry} />;
}

function OrderRead({ order }: { order: Order }) {
  const now = useNow();
  const timeline = useTimeline(order.id);
  const actions = useActions(order.id);
  const [chosen, setChosen] = useState<FormAction | null>(null);
  const [lead, setLead] = useState<Receiver | null>(null);
  const offered = formActions(actions.data ?? []);
  const { primary, others } = arranged(offered);
  const split = offered.find(({ action }) => action === 'split');
  const share = (receiver: Receiver | null) => {
    setLead(receiver);
    setChosen(split ?? null);
  };
  const choose = (action: FormAction | null) => {
    setLead(null);
    setChosen(action);
  };
  return (
    <>
      <OrderNow order={order} />
      <OrderFacts order={order} />
      <ChildTasks order={order} />
      <Objections order={order} />
      {actions.data?.some(({ action }) => action === 'dispatch') ? <OrderPlace order={order} /> : null}
      <Section title="办理经过">
        {timeline.data === undefined ? (
          timeline.error === null ? (
            <Skeleton />
          ) : (
            <Notice
              tone="alarm"
              text={sentenceOf(timeline.error)}
              action={{ label: '再试一次', onPress: () => void timeline.refetch() }}
            />
          )
        ) : timeline.data.length === 0 ? (
          <Notice tone="plain" text="还没有可以公开的经过。" />
        ) : (
          <Timeline entries={timelineEntries(timeline.data, now)} />
        )}
      </Section>
      <Deadlines order={order} />
      <Contact order={order} />
      <Supervise order={order} />
      <ActionBar primary={primary} others={others} onChoose={choose} />
      {chosen?.action === 'dispatch' ? (
        <DispatchSheet order={order} onShare={split === undefined ? undefined : share} onClose={() => choose(null)} />
      ) : null}
      {chosen?.action === 'merge' ? <MergeSheet order={order} onClose={() => choose(null)} /> : null}
      {chosen?.action === 'split' ? <SplitSheet order={order} lead={lead} onClose={() => choose(null)} /> : null}
      {chosen === null || ['dispatch', 'merge', 'split'].includes(chosen.action) ? null : (
        <ActionSheet
          orderId={order.id}
          action={chosen}
          {...(chosen.action === 'edit'
            ? { initial: { title: order.title, description: order.description, address: order.address ?? '' } }
            : {})}
          onClose={() => choose(null)}
        />
      )}
    </>
  );
}
