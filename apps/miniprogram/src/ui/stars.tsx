import { Text, View } from '@tarojs/components';
import { role } from './a11y.js';
import { Pressable } from './pressable.js';
import './stars.css';

const ALL = [1, 2, 3, 4, 5] as const;
const WORDS = ['很不满意', '不满意', '一般', '满意', '非常满意'];

/** How content somebody is: asked with `onChoose`, else shown. */
export function Stars({ value, onChoose }: { value: number; onChoose?: (value: number) => void }) {
  if (onChoose === undefined) {
    return (
      <Text className="stars" aria-label={`评 ${value} 星，满分 5 星`} {...role('img')}>
        {'★'.repeat(value) + '☆'.repeat(ALL.length - value)}
      </Text>
    );
  }
  return (
    <View>
      <View className="stars__asked">
        {ALL.map((star) => (
          <Pressable
            key={star}
            kind="radio"
            checked={star === value}
            className="stars__one"
            label={`${star} 星，${WORDS[star - 1]}`}
            onPress={() => onChoose(star)}
          >
            {star <= value ? '★' : '☆'}
          </Pressable>
        ))}
      </View>
      <View className="stars__words">{value === 0 ? '点星星评一评' : WORDS[value - 1]}</View>
    </View>
  );
}
