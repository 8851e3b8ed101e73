import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { sentenceOf } from '../../../api-client/api-error.js';
import { useCommunity } from '../../../session/use-community.js';
import { Notice } from '../../../ui/notice.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { useWall } from '../use-wall.js';
import { WallScreen } from '../wall-screen.js';
import '../../../ui/page.css';
import './wall.css';

/** 督办墙 for the screen in the hall (1920 × 1080): opened once, it lives on by itself. `area` is a code or a path. */
export default function WallPage() {
  const { area } = useRouter().params;
  const own = useCommunity();
  const { data, error, live, refetch } = useWall(area === undefined || area === '' ? own : area);
  return (
    <View className="page wall" role="main">
      {data !== undefined ? (
        <WallScreen wall={data} live={live} />
      ) : error === null ? (
        <Skeleton />
      ) : (
        <Notice tone="alarm" text={sentenceOf(error)} action={{ label: '再试一次', onPress: () => void refetch() }} />
      )}
    </View>
  );
}
