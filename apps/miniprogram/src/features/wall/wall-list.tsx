import { Text, View } from '@tarojs/components';
import { role } from '../../ui/a11y.js';
import { useTurning } from './use-turning.js';

interface Row {
  readonly key: string;
  readonly what: string;
  readonly more: string;
  readonly due: string;
  readonly overdue: boolean;
}

const AT_ONCE = 5;

/** What is owed, five rows at a time. */
export function WallList({ title, empty, items }: { title: string; empty: string; items: readonly Row[] }) {
  const { shown, page, pages } = useTurning(items, AT_ONCE);
  return (
    <View className="wall__list">
      <View className="wall__list-head">
        <View className="wall__list-title" {...role('heading')}>
          {title}
        </View>
        {pages === 1 ? null : <Text>{`${page} / ${pages}`}</Text>}
      </View>
      {items.length === 0 ? <View className="wall__empty">{empty}</View> : null}
      <View {...role('list')}>
        {shown.map(({ key, what, more, due, overdue }) => (
          <View key={key} className="wall__row" {...role('listitem')}>
            <View className="wall__words">
              <View className="wall__what">{what}</View>
              <View className="wall__who">{more}</View>
            </View>
            <View className={overdue ? 'wall__due wall__due--late' : 'wall__due'}>{due}</View>
          </View>
        ))}
      </View>
    </View>
  );
}
