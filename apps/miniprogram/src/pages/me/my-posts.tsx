import { DUTY_STAFF, REGISTRARS, type Role } from '@linshao/domain';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api-client/api.js';
import { open } from '../../orders/open-page.js';
import { waitingResidents } from '../../orders/desk-queries.js';
import { NavRow } from '../../ui/nav-row.js';

const SELDOM_MS = 10 * 60_000;

/** What somebody's posts and turns add to their own page: their shifts, and who waits to be registered. */
export function MyPosts({ posts }: { posts: readonly { readonly role: Role }[] }) {
  const holds = (roles: readonly Role[]) => posts.some(({ role }) => roles.includes(role));
  return (
    <>
      <ShiftsRow always={holds(DUTY_STAFF)} />
      {holds(REGISTRARS) ? <ResidentsRow /> : null}
    </>
  );
}

/** Who takes a turn tomorrow has no post for it today. */
function ShiftsRow({ always }: { always: boolean }) {
  const { data } = useQuery({
    queryKey: ['duty', 'shifts', 'any-of-mine'],
    queryFn: () => api.get('/api/duty/shifts', { query: { limit: 1 } }),
    staleTime: SELDOM_MS,
    enabled: !always,
  });
  if (!always && (data === undefined || data.items.length === 0)) return null;
  return <NavRow icon="calendar" label="我的班次" onPress={open.shifts} />;
}

function ResidentsRow() {
  const { data } = useQuery(waitingResidents);
  const count = data === undefined ? null : `${data.items.length}${data.nextCursor === null ? '' : '+'}`;
  return (
    <NavRow
      icon="users"
      label="住户登记确认"
      {...(count === null ? {} : { value: count === '0' ? '都已处理' : `${count} 户等确认` })}
      onPress={open.residents}
    />
  );
}
