import { Text, View } from '@tarojs/components';
import { Icon, type IconName } from './icon.js';
import './tag.css';

export type Tone = 'plain' | 'brand' | 'warn' | 'alarm';

/** A short state. The colour helps the eye; the words, and the icon where it matters, say it. */
export function Tag({ text, tone = 'plain', icon }: { text: string; tone?: Tone; icon?: IconName }) {
  return (
    <View className={`tag tag--${tone}`}>
      {icon === undefined ? null : <Icon name={icon} size="small" />}
      <Text className={icon === undefined ? '' : 'tag__text'}>{text}</Text>
    </View>
  );
}
