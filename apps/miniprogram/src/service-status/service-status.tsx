import { useQuery } from '@tanstack/react-query';
import { Text, View } from '@tarojs/components';
import { api } from '../api-client/api.js';
import { role } from '../ui/a11y.js';
import './service-status.css';

const WORDS = { pending: '正在连接服务', success: '服务正常', error: '服务暂时连不上' } as const;

/** Whether the service behind this client is at work: a dot for the glance, words for everybody. */
export function ServiceStatus() {
  const { status } = useQuery({ queryKey: ['ready'], queryFn: () => api.get('/api/health/ready') });
  return (
    <View className="service-status" {...role('status')}>
      <View className={`service-status__dot service-status__dot--${status}`} aria-hidden="true" />
      <Text>{WORDS[status]}</Text>
    </View>
  );
}
