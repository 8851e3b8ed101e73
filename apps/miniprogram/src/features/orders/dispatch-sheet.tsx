import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { api } from '../../api-client/api.js';
import { useMove } from '../../orders/use-move.js';
import type { Order } from '../../orders/queries.js';
import { SignInSheet } from '../../session/sign-in-sheet.js';
import { useSession } from '../../session/use-session.js';
import { Button } from '../../ui/button.js';
import { Choices } from '../../ui/choices.js';
import { Field } from '../../ui/field.js';
import { FormFault } from '../../ui/form-fault.js';
import { Notice } from '../../ui/notice.js';
import { Sheet } from '../../ui/sheet.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Stack } from '../../ui/stack.js';
import { TextBox } from '../../ui/text-box.js';
import { toast } from '../../ui/toast.js';
import { candidatesOf } from './candidates.js';
import { loadWords } from './load-words.js';

const WHOM = [
  { code: 'pool', label: '接单大厅' },
  { code: 'grid_worker', label: '网格员' },
  { code: 'party_member', label: '党员' },
  { code: 'cadre', label: '在职干部' },
] as const;
type Whom = (typeof WHOM)[number]['code'];

const MOST_POSTS = 100;
const SHOWN = 8;

/** 派单: to all who may claim it, or to one person, those of the same grid first, with what they have in hand. */
export function DispatchSheet({ order, onClose }: { order: Order; onClose: () => void }) {
  const [whom, setWhom] = useState<Whom>('pool');
  const [person, setPerson] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [looked, setLooked] = useState(false);
  const [signIn, setSignIn] = useState(false);
  const sending = useRef(false);
  const move = useMove(order.id);

  function submit(): void {
    setLooked(true);
    if (sending.current || (whom !== 'pool' && person === null)) return;
    sending.current = true;
    const to = whom === 'pool' ? { pool: 'members' } : { personId: person };
    move.mutate(
      { action: 'dispatch', values: { ...to, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) } },
      {
        onSuccess: () => {
          toast('已派单');
          onClose();
        },
        onError: () => (sending.current = false),
      },
    );
  }

  if (signIn) return <SignInSheet onClose={() => setSignIn(false)} />;
  return (
    <Sheet title="派单" onClose={onClose}>
      <Stack gap={4}>
        <Field label="派给" fault={looked && whom !== 'pool' && person === null ? '请选一位。' : undefined}>
          <Stack gap={3}>
            <Choices
              label="派给"
              choices={WHOM}
              chosen={whom}
              onChoose={(next) => {
                setWhom(next);
                setPerson(null);
              }}
            />
            {whom === 'pool' ? (
              <View>社区的党员和在职干部都能看到，谁先接下就是谁。</View>
            ) : (
              <People key={whom} role={whom} order={order} chosen={person} onChoose={setPerson} />
            )}
          </Stack>
        </Field>
        <Field label="派单说明" optional>
          <TextBox label="派单说明" max={500} value={reason} onChange={setReason} />
        </Field>
        <FormFault error={move.error} onSignIn={() => setSignIn(true)} />
        <Button label="派单" tone="primary" wide busy={move.isPending} onPress={submit} />
      </Stack>
    </Sheet>
  );
}

interface PeopleProps {
  role: Exclude<Whom, 'pool'>;
  order: Order;
  chosen: string | null;
  onChoose: (personId: string) => void;
}

function People({ role, order, chosen, onChoose }: PeopleProps) {
  const { me } = useSession();
  const [all, setAll] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['posts', me?.id, role],
    queryFn: () => api.get('/api/posts', { query: { role, limit: MOST_POSTS } }),
  });
  const found = candidatesOf(data?.items ?? [], order);
  const shown = all ? found : found.slice(0, SHOWN);
  const loads = useQuery({
    queryKey: ['orders', 'loads', shown.map(({ id }) => id)],
    queryFn: () =>
      Promise.all(
        shown.map(async ({ id }) => [id, await api.get('/api/orders/counts', { query: { assignee: id } })] as const),
      ).then((each) => new Map(each)),
    enabled: shown.length > 0,
    placeholderData: (before) => before,
  });
  if (data === undefined) {
    return error === null ? <Skeleton /> : <Notice tone="plain" text="您的岗位看不到名单，请派到接单大厅。" />;
  }
  if (found.length === 0) return <Notice tone="plain" text="这里还没有这样的人，请派到接单大厅。" />;
  return (
    <Stack gap={2}>
      <Choices
        label="派给谁"
        choices={shown.map(({ id, name, near }) => ({
          code: id,
          label: name,
          hint: [near ? '同网格' : null, loadWords(loads.data?.get(id))].filter((part) => part !== null).join(' · '),
        }))}
        chosen={chosen}
        onChoose={onChoose}
      />
      {shown.length < found.length ? (
        <Button label={`其余 ${found.length - shown.length} 人`} wide onPress={() => setAll(true)} />
      ) : null}
    </Stack>
  );
}
