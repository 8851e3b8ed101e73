import { ORDER_KINDS, type OrderKind } from '@linshao/domain';
import { View } from '@tarojs/components';
import { open } from '../../orders/open-page.js';
import { KIND_ICONS } from '../../orders/order-words.js';
import { Icon } from '../../ui/icon.js';
import { Pressable } from '../../ui/pressable.js';

const NAMES: Readonly<Record<OrderKind, readonly [name: string, hint: string]>> = {
  wish: ['许个心愿', '等邻居点亮'],
  service: ['点个服务', '助老、助餐、陪诊'],
  problem: ['报个问题', '路灯、停车、漏水'],
  errand: ['找人代办', '津贴、证件、医保'],
};

/** One tap to each kind of order. */
export function QuickEntries() {
  return (
    <View className="quick-entries">
      {ORDER_KINDS.map((kind) => (
        <Pressable key={kind} kind="button" className="quick-entries__one" onPress={() => open.newOrder(kind)}>
          <View className="quick-entries__inside">
            <Icon name={KIND_ICONS[kind]} size="large" />
            <View className="quick-entries__words">
              <View className="quick-entries__name">{NAMES[kind][0]}</View>
              <View className="quick-entries__hint">{NAMES[kind][1]}</View>
            </View>
          </View>
        </Pressable>
      ))}
    </View>
  );
}
