import { Text, View } from '@tarojs/components';
import { role } from '../../ui/a11y.js';
import './bars.css';

interface Bar {
  readonly name: string;
  /** 0–1; null while there is nothing to speak of. */
  readonly share: number | null;
  readonly numerator: number;
  readonly denominator: number;
}

const percent = (share: number) => `${Math.round(share * 100)}%`;

/** Shares as bars: the number says it, the bar shows it, the sample tells how much to believe it. */
export function Bars({ rows }: { rows: readonly Bar[] }) {
  return (
    <View className="bars" {...role('list')}>
      {rows.map(({ name, share, numerator, denominator }) => (
        <View key={name} className="bars__row" {...role('listitem')}>
          <View className="bars__words">
            <Text>{name}</Text>
            <Text className="bars__sample">
              {share === null ? '还没有' : `${percent(share)}（${numerator}/${denominator}）`}
            </Text>
          </View>
          <View className="bars__track" aria-hidden="true">
            <View className="bars__fill" style={{ width: percent(share ?? 0) }} />
          </View>
        </View>
      ))}
    </View>
  );
}
