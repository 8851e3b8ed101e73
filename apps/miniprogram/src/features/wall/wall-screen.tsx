import { monthDayTime } from '@linshao/domain';
import { Text, View } from '@tarojs/components';
import type { Schemas } from '../../api-client/api.js';
import { role } from '../../ui/a11y.js';
import { useNow } from '../../ui/use-now.js';
import { matterDue, orderDue, postHere, shareWords } from '../../wall/wall-words.js';
import { WallList } from './wall-list.js';

/** The whole screen: the sums for a glance, then what is owed, row by row. */
export function WallScreen({ wall, live }: { wall: Schemas['Wall']; live: boolean }) {
  const now = useNow();
  const { totals, replies, lamps, duty } = wall;
  return (
    <>
      <View className="wall__head">
        <View className="wall__title" {...role('heading')}>{`${wall.area.name}督办墙`}</View>
        <View className="wall__now">
          {duty === null ? null : <View>{`正在值守：${postHere(duty.post, wall.area.name)}`}</View>}
          <View {...role('status')}>
            {live ? `${monthDayTime(now)} 实时` : `连接断开，这是 ${monthDayTime(new Date(wall.at))} 的情况`}
          </View>
        </View>
      </View>
      <View className="wall__sums">
        <Sum
          name="民生事项在办"
          value={totals.matters}
          more={`超期 ${totals.mattersOverdue}`}
          alarm={totals.mattersOverdue > 0}
        />
        <Sum
          name="单子超时"
          value={totals.ordersOverdue}
          more={`快到时限 ${totals.ordersAtRisk}`}
          alarm={totals.ordersOverdue > 0}
        />
        <Sum
          name="督办单待答复"
          value={totals.supervision}
          more={`逾期 ${totals.supervisionOverdue}`}
          alarm={totals.supervisionOverdue > 0}
        />
        <Sum name="今天已回复" value={replies.count} more={`按时 ${shareWords(replies)}`} />
        <Sum name="本月点亮心愿灯" value={lamps.month} more={`今天 ${lamps.today}`} />
      </View>
      <View className="wall__lists">
        <WallList
          title="民生事项"
          empty="眼下没有在办的民生事项"
          items={wall.matters.map((matter) => ({
            key: matter.number,
            what: matter.templateName,
            more: `第 ${matter.stepNumber}/${matter.stepCount} 步 ${matter.step} · ${postHere(matter.post, wall.area.name)}`,
            due: matterDue(matter),
            overdue: matter.overdue,
          }))}
        />
        <WallList
          title="超时和快到时限的单子"
          empty="没有超时的单子"
          items={wall.orders.map((order) => ({
            key: order.number,
            what: order.title ?? order.categoryName,
            more: [
              order.step,
              postHere(order.post, wall.area.name),
              ...(order.rung === null ? [] : [`已上报${postHere(order.rung, wall.area.name)}`]),
            ].join(' · '),
            due: orderDue(order, now),
            overdue: order.overdue,
          }))}
        />
      </View>
    </>
  );
}

function Sum({ name, value, more, alarm = false }: { name: string; value: number; more: string; alarm?: boolean }) {
  return (
    <View className="wall__sum">
      <View>{name}</View>
      <View className="wall__figures">
        <Text className="wall__value">{value}</Text>
        <Text className={alarm ? 'wall__more wall__more--alarm' : 'wall__more'}>{more}</Text>
      </View>
    </View>
  );
}
