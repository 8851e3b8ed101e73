import { ACTIONS } from '@linshao/domain';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '../../api-client/api-error.js';
import { formActions } from '../../orders/action-form.js';
import { ActionSheet } from '../../orders/action-sheet.js';
import { waitingReplies } from '../../orders/desk-queries.js';
import { role } from '../../ui/a11y.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Stack } from '../../ui/stack.js';
import { WaitingReply } from './waiting-reply.js';

const [REPLY] = formActions([
  { action: 'reply', label: ACTIONS.reply.label, fields: ACTIONS.reply.fields.map((field) => ({ ...field })) },
]);

/** Who waits for an answer, the most urgent first; one answers on the spot. */
export function DutyQueue() {
  const [reply, setReply] = useState<string | null>(null);
  return (
    <>
      <Waiting onReply={setReply} />
      {reply === null || REPLY === undefined ? null : (
        <ActionSheet orderId={reply} action={REPLY} onClose={() => setReply(null)} />
      )}
    </>
  );
}

function Waiting({ onReply }: { onReply: (id: string) => void }) {
  const { data, error, refetch } = useQuery(waitingReplies);
  if (data === undefined) {
    if (error === null) return <Skeleton />;
    return (
      <Notice tone="alarm" text={sentenceOf(error)} action={{ label: '再试一次', onPress: () => void refetch() }} />
    );
  }
  if (data.items.length === 0) return <Notice tone="plain" text="都回复了，没有人在等。" />;
  return (
    <Stack gap={3}>
      <View className="stack stack--3" {...role('list')}>
        {data.items.map((item) => (
          <View key={item.id} {...role('listitem')}>
            <WaitingReply item={item} onReply={() => onReply(item.id)} />
          </View>
        ))}
      </View>
      {data.nextCursor === null ? null : <Notice tone="plain" text="还有更多，先回复上面这些。" />}
    </Stack>
  );
}
