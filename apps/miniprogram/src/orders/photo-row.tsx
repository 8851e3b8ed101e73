import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { api } from '../api-client/api.js';
import { apiOrigin } from '../platform/api-origin.js';
import { useSession } from '../session/use-session.js';
import { Photo } from '../ui/photo.js';
import { Pressable } from '../ui/pressable.js';
import '../ui/photo-grid.css';

/** Links live a while; asked for again well before they end. */
const LINKS_FRESH_MS = 4 * 60_000;

/** The photos of an order; one opens large. */
export function PhotoRow({ ids }: { ids: readonly string[] }) {
  const { signedIn } = useSession();
  const { data } = useQuery({
    queryKey: ['photo-links', ids],
    queryFn: () => api.post('/api/files/links', { body: { ids: [...ids] } }),
    enabled: signedIn && ids.length > 0,
    staleTime: LINKS_FRESH_MS,
  });
  if (data === undefined || data.items.length === 0) return null;
  const large = data.items.map(({ largeUrl }) => absolute(largeUrl));
  return (
    <View className="photo-grid">
      {data.items.map(({ id, thumbUrl }, index) => (
        <View key={id} className="photo-grid__cell">
          <Pressable
            kind="button"
            className="photo-grid__open"
            label={`看大图 ${index + 1}`}
            onPress={() => void Taro.previewImage({ urls: large, current: large[index] ?? '' })}
          >
            <Photo src={absolute(thumbUrl)} label={`照片 ${index + 1}`} />
          </Pressable>
        </View>
      ))}
    </View>
  );
}

const absolute = (url: string) => (url.startsWith('/') ? apiOrigin + url : url);
