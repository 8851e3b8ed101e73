import { useQuery } from '@tanstack/react-query';
import { api } from '../../api-client/api.js';
import { waitingReplies } from '../../orders/desk-queries.js';
import { DESK_TABS, howMany } from '../../orders/desk-tabs.js';
import { open } from '../../orders/open-page.js';
import { unitPosts } from '../../orders/objection-words.js';
import { deskWorkOf, supervisionTurn, type DeskWork } from '../../session/desk-work.js';
import { useSession } from '../../session/use-session.js';
import { NavRow } from '../../ui/nav-row.js';
import { Section } from '../../ui/section.js';
import { Stack } from '../../ui/stack.js';

/** What waits for me by the post I hold: one row for each kind of work, with how much of it there is. */
export function MyDesk() {
  const { post } = useSession();
  const work = deskWorkOf(post?.role ?? null);
  if (post === null || work.length === 0) return null;
  return (
    <Section title="我的工作台" hint={post.name}>
      <Stack gap={2}>
        {work.map((each) => (
          <Work key={each} work={each} />
        ))}
      </Stack>
    </Section>
  );
}

function Work({ work }: { work: DeskWork }) {
  switch (work) {
    case 'duty':
      return <DutyRow />;
    case 'inbox':
      return <InboxRow />;
    case 'supervision':
      return <SupervisionRow />;
    case 'objections':
      return <ObjectionsRow />;
    case 'escalated':
      return <EscalatedRow />;
    case 'unit':
      return <UnitRow />;
    case 'figures':
      return <NavRow icon="list-checks" label="数据" hint="回复、办结、解决、满意" onPress={open.figures} />;
  }
}

function DutyRow() {
  const { data } = useQuery(waitingReplies);
  const first = data?.items[0];
  const more = data?.nextCursor === null ? '' : '+';
  return (
    <NavRow
      icon="timer"
      label="值班台"
      hint={
        first === undefined
          ? '一小时内公开回复，交接班'
          : first.missed
            ? '有单子已超过回复时限'
            : `最急的还剩 ${first.minutesLeft} 分钟`
      }
      {...(data === undefined
        ? {}
        : { value: data.items.length === 0 ? '都已回复' : `${data.items.length}${more} 单待回复` })}
      onPress={open.duty}
    />
  );
}

const AT_A_GLANCE = DESK_TABS.filter(({ code }) => code === 'submitted' || code === 'dispatch' || code === 'overdue');
const glance = ({ code, label }: (typeof DESK_TABS)[number], counts: Parameters<typeof howMany>[1]) =>
  `${label} ${howMany(code, counts)}`;

function InboxRow() {
  const { data } = useQuery({ queryKey: ['orders', 'counts', 'desk'], queryFn: () => api.get('/api/orders/counts') });
  return (
    <NavRow
      icon="clipboard-list"
      label="派单台"
      hint={
        data === undefined ? '受理、派单、合并、退回、晒单' : AT_A_GLANCE.map((tab) => glance(tab, data)).join(' · ')
      }
      onPress={open.inbox}
    />
  );
}

const MOST_COUNTED = 50;

/** Whoever asks waits for answers, whoever is asked gives them. */
function SupervisionRow() {
  const { post } = useSession();
  const state = supervisionTurn(post?.role ?? null);
  const { data } = useQuery({
    queryKey: ['desk', 'supervision', 'at-a-glance', state],
    queryFn: () => api.get('/api/supervision-orders', { query: { state, limit: MOST_COUNTED } }),
  });
  return (
    <NavRow
      icon="flag"
      label="督办单"
      hint="为什么超时，怎么补救"
      {...(data === undefined ? {} : { value: `${howManyOf(data)} 张${state === 'open' ? '待答复' : '待销号'}` })}
      onPress={open.supervision}
    />
  );
}

const howManyOf = ({ items, nextCursor }: { items: readonly unknown[]; nextCursor: string | null }) =>
  `${items.length}${nextCursor === null ? '' : '+'}`;

function ObjectionsRow() {
  const { data } = useQuery({
    queryKey: ['desk', 'objections', 'at-a-glance'],
    queryFn: () => api.get('/api/objections', { query: { state: 'raised', limit: MOST_COUNTED } }),
  });
  return (
    <NavRow
      icon="megaphone"
      label="异议裁定"
      hint="单位说不该它办"
      {...(data === undefined ? {} : { value: `${howManyOf(data)} 件待裁定` })}
      onPress={open.objections}
    />
  );
}

function EscalatedRow() {
  const { data } = useQuery({
    queryKey: ['desk', 'escalated', 'at-a-glance'],
    queryFn: () => api.get('/api/escalations', { query: { limit: MOST_COUNTED } }),
  });
  return (
    <NavRow
      icon="triangle-alert"
      label="已升级"
      hint="超时上报，还没办"
      {...(data === undefined ? {} : { value: `${howManyOf(data)} 单` })}
      onPress={open.escalated}
    />
  );
}

function UnitRow() {
  const { me, post } = useSession();
  const posts = unitPosts(me?.posts ?? []);
  const unit = (posts.find(({ id }) => id === post?.id) ?? posts[0])?.scopeId;
  const { data } = useQuery({
    queryKey: ['orders', 'counts', 'unit', unit],
    queryFn: () => api.get('/api/orders/counts', { query: { unit: unit ?? '', status: ['dispatched'] } }),
    enabled: unit !== undefined,
  });
  return (
    <NavRow
      icon="clipboard-list"
      label="派给本单位的单子"
      hint="接单、提出异议、办理"
      {...(data === undefined ? {} : { value: `${data.total} 单待接` })}
      onPress={open.unit}
    />
  );
}
