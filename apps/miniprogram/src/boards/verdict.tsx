import type { Lamp } from '@linshao/domain';
import { Text, View } from '@tarojs/components';
import { Stars } from '../ui/stars.js';
import './verdict.css';

/** Only the resident's word lights the lamp; a claimed wish is still dark. */
const LAMP_WORDS: Record<Lamp, string> = {
  waiting: '等一位党员来点亮',
  claimed: '已有党员认领',
  lit: '心愿灯亮了',
};

export function WishLamp({ lamp }: { lamp: Lamp }) {
  return (
    <View className="verdict">
      <View className={`verdict__lamp verdict__lamp--${lamp}`} aria-hidden="true" />
      <Text>{LAMP_WORDS[lamp]}</Text>
    </View>
  );
}

/** What the resident says about it; "done" is only what the assignee says. */
export function Verdict({ solved, stars }: { solved: boolean | null; stars: number | null }) {
  if (solved === null) return <Text className="verdict">等居民评价</Text>;
  return (
    <View className="verdict">
      <Text className={solved ? 'verdict__solved' : 'verdict__unsolved'}>
        {solved ? '居民说：解决了' : '居民说：还没解决'}
      </Text>
      {stars === null ? null : (
        <View className="verdict__stars">
          <Stars value={stars} />
        </View>
      )}
    </View>
  );
}
