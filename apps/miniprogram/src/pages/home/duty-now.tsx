import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { api } from '../../api-client/api.js';
import { isRecord, textOrNull } from '../../api-client/json.js';
import { useOwnCommunity } from '../../session/use-community.js';
import { Icon } from '../../ui/icon.js';

/** Who answers for the community at this hour, known by the post and not by the person. */
export function DutyNow() {
  const area = useOwnCommunity();
  const { data } = useQuery({
    queryKey: ['duty-now', area],
    queryFn: async () => onDuty(await api.unknown('GET', '/api/duty/now', { query: { area } })),
    enabled: area !== null,
    // Said when it is known; a home page is no place to complain that it is not.
    retry: false,
  });
  if (data === undefined || data === null) return null;
  return (
    <View className="home-banner__duty">
      <Icon name="phone" />
      <View className="home-banner__duty-words">{data}</View>
    </View>
  );
}

function onDuty(body: unknown): string | null {
  if (!isRecord(body) || !isRecord(body.area)) return null;
  const area = textOrNull(body.area.name) ?? '';
  const now = isRecord(body.now) ? textOrNull(body.now.postName) : null;
  // Posts are mostly named by their place.
  if (now !== null) return now.includes(area) ? `现在有人值守：${now}` : `${area}现在有人值守：${now}`;
  const next = isRecord(body.next) ? textOrNull(body.next.from) : null;
  return next === null ? null : `${area}下一班 ${next.slice(11, 16)} 开始值守`;
}
