import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { fetchReady } from '../../api-client/health.js';
import { useLoad } from '../../api-client/use-load.js';
import { fetchResults, fetchWishes } from '../../features/boards/api.js';
import { BoardList } from '../../features/boards/board-list.js';
import { ServiceStatus } from '../../features/service-status/service-status.js';
import { role } from '../../ui/a11y.js';
import { Page } from '../../ui/page.js';
import { Section } from '../../ui/section.js';
import './index.css';

const STEPS = ['居民点单', '社区派单', '党员接单', '组织晒单'];

/** Home, for everybody: what the community does, what came of it lately, and who wishes for what. */
export default function HomePage() {
  const [health, checkHealth] = useLoad(fetchReady);
  const [results, loadResults] = useLoad(fetchResults);
  const [wishes, loadWishes] = useLoad(fetchWishes);

  usePullDownRefresh(() => {
    void Promise.all([checkHealth(), loadResults(), loadWishes()]).then(() => Taro.stopPullDownRefresh());
  });

  return (
    <Page>
      <View className="home-banner">
        <View className="home-banner__title" {...role('heading')}>
          有事点一单，件件有回音
        </View>
        <View className="home-banner__steps" {...role('list')}>
          {STEPS.map((step, index) => (
            <View key={step} {...role('listitem')}>
              {`${index + 1} ${step}`}
            </View>
          ))}
        </View>
        <ServiceStatus health={health} />
      </View>
      <Section title="最近晒单" hint="办完的事都晒在这里，好不好由居民说">
        <BoardList board={results} empty="还没有晒出来的单子。" onRetry={() => void loadResults()} />
      </Section>
      <Section title="心愿墙" hint="一盏灯，一个邻居的小心愿">
        <BoardList board={wishes} empty="墙上还没有心愿。" onRetry={() => void loadWishes()} />
      </Section>
    </Page>
  );
}
