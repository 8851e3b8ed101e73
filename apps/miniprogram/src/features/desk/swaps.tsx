import type { SwapAnswer } from '@linshao/domain';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../api-client/api.js';
import { sentenceOf } from '../../api-client/api-error.js';
import { useSendOnce } from '../../api-client/use-send-once.js';
import { useSession } from '../../session/use-session.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { ConfirmSheet } from '../../ui/confirm-sheet.js';
import { PagedList } from '../../ui/paged-list.js';
import { Row } from '../../ui/stack.js';
import { Tag, type Tone } from '../../ui/tag.js';
import { toast } from '../../ui/toast.js';
import { useNow } from '../../ui/use-now.js';
import { rereadDuty, type Swap, type useSwaps } from './duty-queries.js';
import { shiftWords } from './shift-words.js';
import { isStale, swapAnswers } from './swap-turn.js';

const STATES: Readonly<Record<Swap['state'], readonly [string, Tone]>> = {
  asked: ['等答复', 'warn'],
  accepted: ['已换好', 'brand'],
  declined: ['没有同意', 'plain'],
  withdrawn: ['已撤回', 'plain'],
};
const ANSWERS: Readonly<Record<SwapAnswer, { label: string; then: string; done: string }>> = {
  accept: { label: '同意换班', then: '同意后，这一班就由您来值。', done: '已换好' },
  decline: { label: '不同意', then: '对方会收到消息，班次不变。', done: '已答复' },
  withdraw: { label: '撤回', then: '不再请对方接这一班，班次不变。', done: '已撤回' },
};

/** Swaps asked by me and of me; the two agree between themselves. */
export function Swaps({ query }: { query: ReturnType<typeof useSwaps> }) {
  const { me } = useSession();
  const [answering, setAnswering] = useState<{ readonly swap: Swap; readonly answer: SwapAnswer } | null>(null);
  return (
    <>
      <PagedList
        query={query}
        keyOf={({ id }) => id}
        render={(swap) => (
          <SwapCard swap={swap} me={me?.id ?? ''} onAnswer={(answer) => setAnswering({ swap, answer })} />
        )}
        empty={{ text: '还没有换过班。要换班，在“我的班”里点“找人换班”。' }}
      />
      {answering === null ? null : <AnswerSheet {...answering} onClose={() => setAnswering(null)} />}
    </>
  );
}

function SwapCard({ swap, me, onAnswer }: { swap: Swap; me: string; onAnswer: (answer: SwapAnswer) => void }) {
  const now = useNow();
  const [state, tone] = STATES[swap.state];
  const byMe = swap.askedBy.id === me;
  const answers = swapAnswers(swap, me, now);
  return (
    <Card>
      <Row spread>
        <View className="shift-card__time">{byMe ? `我请${swap.askedOf.name}接` : `${swap.askedBy.name}请您接`}</View>
        <Tag text={state} tone={tone} />
      </Row>
      <View>{swap.shift === null ? '这一班已从值班表上撤掉' : shiftWords(swap.shift, now)}</View>
      {swap.inReturn === null ? null : (
        <View>{`${byMe ? '换对方的' : '换您的'}：${shiftWords(swap.inReturn, now)}`}</View>
      )}
      {swap.reason === null ? null : <View className="shift-card__more">{`留言：${swap.reason}`}</View>}
      {swap.state === 'asked' && isStale(swap, now) ? (
        <View className="shift-card__more">班次已经开始或有变动，这次换不成了。</View>
      ) : null}
      {answers.length === 0 ? null : (
        <Row>
          {answers.map((answer) => (
            <Button
              key={answer}
              label={ANSWERS[answer].label}
              tone={answer === 'accept' ? 'primary' : 'plain'}
              onPress={() => onAnswer(answer)}
            />
          ))}
        </Row>
      )}
    </Card>
  );
}

function AnswerSheet({ swap, answer, onClose }: { swap: Swap; answer: SwapAnswer; onClose: () => void }) {
  const now = useNow();
  const { label, then, done } = ANSWERS[answer];
  const { send, busy, error } = useSendOnce(
    () => {
      // The three answers have one shape.
      const path = `/api/duty/swaps/{id}/${answer}` as '/api/duty/swaps/{id}/accept';
      return api.post(path, { path: { id: swap.id } });
    },
    {
      onDone: () => {
        toast(done);
        onClose();
      },
      onEnd: rereadDuty,
    },
  );
  const when = swap.shift === null ? '' : `${shiftWords(swap.shift, now)}。`;
  return (
    <ConfirmSheet
      title={`${label}？`}
      text={`${when}${then}`}
      confirm={label}
      busy={busy}
      fault={error === null ? null : sentenceOf(error)}
      onConfirm={() => send(null)}
      onClose={onClose}
    />
  );
}
