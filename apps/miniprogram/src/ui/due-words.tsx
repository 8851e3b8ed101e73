import { endTime, timeLeftWords } from '@linshao/domain';
import { Text, View } from '@tarojs/components';
import { useNow } from './use-now.js';
import { Icon } from './icon.js';
import './due-words.css';

const SOON_MS = 2 * 3_600_000;

/** A promise's end in words, and how long is left: counted anew every half minute. */
export function DueWords({ dueAt, short = false }: { dueAt: string; short?: boolean }) {
  const now = useNow();
  const due = new Date(dueAt);
  const left = due.getTime() - now.getTime();
  const tone = left < 0 ? 'alarm' : left < SOON_MS ? 'warn' : 'plain';
  const words = timeLeftWords(left);
  return (
    <View className={`due-words due-words--${tone}`}>
      <Icon name={left < 0 ? 'circle-alert' : 'clock'} size="small" />
      <Text className="due-words__text">{short ? words : `${endTime(due, now)}前，${words}`}</Text>
    </View>
  );
}
