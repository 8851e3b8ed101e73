import { communityOf } from '@linshao/domain';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { api } from '../../api-client/api.js';
import type { Order } from '../../orders/queries.js';
import { useGrids } from '../../orders/use-grids.js';
import { PlaceMap } from '../../platform/map.js';
import { middleOf } from '../../platform/plan.js';
import { useSession } from '../../session/use-session.js';
import { role } from '../../ui/a11y.js';
import { Section } from '../../ui/section.js';
import { Stack } from '../../ui/stack.js';
import { loadWords } from './load-words.js';
import { peopleNear, within } from './people-near.js';
import './order-place.css';

const NEAR_ROLES = ['grid_worker', 'party_member'] as const;
const MOST_POSTS = 100;
const SHOWN = 6;

/** Where it is and who is near, for whoever sends somebody there; the list says all that the map shows. */
export function OrderPlace({ order }: { order: Order }) {
  const { me } = useSession();
  const grids = useGrids(communityOf(order.area.path)) ?? [];
  const own = grids.find(({ path }) => within(order.area.path, path));
  const point = order.location ?? (own === undefined ? null : middleOf(own.border));
  const posts = useQuery({
    queryKey: ['posts', me?.id, 'near'],
    queryFn: () =>
      Promise.all(NEAR_ROLES.map((each) => api.get('/api/posts', { query: { role: each, limit: MOST_POSTS } }))).then(
        (pages) => pages.flatMap(({ items }) => items),
      ),
    enabled: grids.length > 0,
    retry: false,
  });
  const people = point === null ? [] : peopleNear(posts.data ?? [], grids, order, point).slice(0, SHOWN);
  const loads = useQuery({
    queryKey: ['orders', 'loads', people.map(({ id }) => id)],
    queryFn: () =>
      Promise.all(
        people.map(async ({ id }) => [id, await api.get('/api/orders/counts', { query: { assignee: id } })] as const),
      ).then((each) => new Map(each)),
    enabled: people.length > 0,
  });
  if (grids.length === 0 || point === null) return null;
  const where = own === undefined ? order.area.name : own.name;
  const exact = order.location === null ? `只知道在${where}，没有准确位置` : `在${where}`;
  return (
    <Section title="在哪里，谁在附近" hint={exact}>
      <Stack gap={3}>
        <PlaceMap
          label={`平面图，上北下南：这一单${exact}`}
          areas={grids.map((grid) => ({ ...grid, own: grid === own }))}
          point={order.location === null ? null : point}
        />
        {people.length === 0 ? null : (
          <View {...role('list')}>
            {people.map(({ id, name, roleName, where: far }) => (
              <View key={id} className="order-place__one" {...role('listitem')}>
                <View className="order-place__name">{`${name} · ${roleName}`}</View>
                <View className="order-place__far">
                  {[far, loadWords(loads.data?.get(id))].filter((part) => part !== null).join(' · ')}
                </View>
              </View>
            ))}
          </View>
        )}
      </Stack>
    </Section>
  );
}
