import { View } from '@tarojs/components';
import { role } from './a11y.js';
import './skeleton.css';

/** Grey shapes where cards are about to appear. */
export function Skeleton() {
  return (
    <View className="skeleton" aria-label="正在加载" {...role('status')}>
      <View className="skeleton__card">
        <View className="skeleton__line skeleton__line--short" />
        <View className="skeleton__line" />
        <View className="skeleton__line" />
      </View>
      <View className="skeleton__card">
        <View className="skeleton__line skeleton__line--short" />
        <View className="skeleton__line" />
      </View>
    </View>
  );
}
