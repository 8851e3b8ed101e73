import { View } from '@tarojs/components';
import { stateTone, STEPS, stepReached, whatNow } from '../../orders/order-words.js';
import type { Order } from '../../orders/queries.js';
import { role } from '../../ui/a11y.js';
import { Card } from '../../ui/card.js';
import { DueWords } from '../../ui/due-words.js';
import { ProgressSteps } from '../../ui/progress-steps.js';
import { Row } from '../../ui/stack.js';
import { Stars } from '../../ui/stars.js';
import { Tag } from '../../ui/tag.js';
import './order-now.css';

/** How it stands, for the glance: one sentence, the way so far, and until when the next thing is promised. */
export function OrderNow({ order }: { order: Order }) {
  const { tone, icon } = stateTone(order.state);
  const reached = stepReached(order.state);
  const responsible = order.assignee?.name ?? (order.assignment?.type === 'pool' ? null : order.assignment?.name);
  return (
    <Card>
      <Row spread>
        <View className="order-now__what" {...role('heading')}>
          {whatNow(order)}
        </View>
        <Tag text={order.stateName} tone={tone} icon={icon} />
      </Row>
      {reached === null ? null : <ProgressSteps steps={STEPS} reached={reached} />}
      {order.dueAt === null ? null : <DueWords dueAt={order.dueAt} />}
      {responsible ? <View className="order-now__who">{`负责人：${responsible}`}</View> : null}
      {order.urgeCount > 0 ? <View className="order-now__who">{`已催办 ${order.urgeCount} 次`}</View> : null}
      {order.solved === null ? null : (
        <Row>
          <View>{order.solved ? '居民说：解决了' : '居民说：还没解决'}</View>
          {order.stars === null ? null : <Stars value={order.stars} />}
        </Row>
      )}
    </Card>
  );
}
