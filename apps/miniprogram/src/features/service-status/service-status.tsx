import { Text, View } from '@tarojs/components';
import type { Loaded } from '../../api-client/use-load.js';
import { role } from '../../ui/a11y.js';
import './service-status.css';

/** Whether the service behind this client is at work: a dot for the glance, words for everybody. */
export function ServiceStatus({ health }: { health: Loaded<void> }) {
  return (
    <View className="service-status" {...role('status')}>
      <View className={`service-status__dot service-status__dot--${health.state}`} aria-hidden="true" />
      <Text>{words(health.state)}</Text>
    </View>
  );
}

function words(state: Loaded<void>['state']): string {
  switch (state) {
    case 'loading':
      return '正在连接服务';
    case 'ready':
      return '服务正常';
    case 'failed':
      return '服务暂时连不上';
  }
}
