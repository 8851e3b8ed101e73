import { View } from '@tarojs/components';
import type { Schemas } from '../../api-client/api.js';
import { Icon } from '../../ui/icon.js';
import { dutyWords } from './duty-words.js';

/** In the banner: who is on duty, known by the post and not by the person. */
export function DutyLine({ duty }: { duty: Schemas['DutyNowDto'] }) {
  const words = dutyWords(duty);
  if (words === null) return null;
  return (
    <View className="home-banner__duty">
      <Icon name="phone" />
      <View className="home-banner__duty-words">{words}</View>
    </View>
  );
}
