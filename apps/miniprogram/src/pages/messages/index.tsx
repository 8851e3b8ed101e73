import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { api, type Schemas } from '../../api-client/api.js';
import { queryClient } from '../../api-client/query-client.js';
import { open } from '../../orders/open-page.js';
import { SignedInOnly } from '../../session/signed-in-only.js';
import { useUnread } from '../../session/use-unread.js';
import { Button } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { PagedList } from '../../ui/paged-list.js';
import { useNow } from '../../ui/use-now.js';
import { MessageCard } from './message-card.js';

type Message = Schemas['InboxMessage'];

const PAGE = 20;

/** The inbox: what I was told, the newest first; reading one opens what it is about. */
export default function MessagesPage() {
  return (
    <Page>
      <SignedInOnly why="登录后才有自己的消息：回复、催办和办结的通知都会送到这里。">
        <Inbox />
      </SignedInOnly>
    </Page>
  );
}

function Inbox() {
  const now = useNow();
  const unread = useUnread();
  const query = useInfiniteQuery({
    queryKey: ['inbox'],
    queryFn: ({ pageParam }) =>
      api.get('/api/inbox', { query: { limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const reread = () => {
    void queryClient.invalidateQueries({ queryKey: ['inbox'] });
    void queryClient.invalidateQueries({ queryKey: ['unread'] });
  };
  const readOne = useMutation({
    mutationFn: (id: string) => api.post('/api/inbox/{id}/read', { path: { id } }),
    onSettled: reread,
  });
  const newest = query.data?.pages[0]?.items[0]?.createdAt;
  const readAll = useMutation({
    mutationFn: (before: string) => api.post('/api/inbox/read-all', { body: { before } }),
    onSettled: reread,
  });
  usePullDownRefresh(() => void query.refetch().then(() => Taro.stopPullDownRefresh()));

  function openMessage({ id, readAt, orderId }: Message): void {
    if (readAt === null) readOne.mutate(id);
    if (orderId !== null) open.order(orderId);
  }

  return (
    <>
      {unread > 0 && newest !== undefined ? (
        <Button
          label={`全部标为已读（${unread} 条未读）`}
          icon="check"
          wide
          busy={readAll.isPending}
          onPress={() => readAll.mutate(newest)}
        />
      ) : null}
      <PagedList
        query={query}
        keyOf={({ id }) => id}
        render={(message) => <MessageCard message={message} now={now} onOpen={() => openMessage(message)} />}
        empty={{ text: '还没有消息。您的单子一有动静，就会告诉您。' }}
      />
    </>
  );
}
