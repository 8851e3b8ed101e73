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
import { addressOf, type Receiver } from './split-draft.js';
import { UnitChoices } from './unit-choices.js';

const WHOM = [
  { code: 'pool', label: '接单大厅' },
  { code: 'grid_worker', label: '网格员' },
  { code: 'party_member', label: '党员' },
  { code: 'cadre', label: '在职干部' },
  { code: 'unit', label: '部门、单位' },
] as const;
type Whom = (typeof WHOM)[number]['code'];

const MOST_POSTS = 100;
const SHOWN = 8;

interface DispatchSheetProps {
  order: Order;
  /** Leads on to sharing it among several; absent where that is not possible. */
  onShare?: ((lead: Receiver | null) => void) | undefined;
  onClose: () => void;
}

/** 派单: to all who may claim it, to one person with what they have in hand, or to a unit; those of the place first. */
export function DispatchSheet({ order, onShare, onClose }: DispatchSheetProps) {
  const [whom, setWhom] = useState<Whom>('pool');
  const [receiver, setReceiver] = useState<Receiver | null>(null);
  const [reason, setReason] = useState('');
  const [looked, setLooked] = useState(false);
  const [signIn, setSignIn] = useState(false);
  const sending = useRef(false);
  const move = useMove(order.id);

  function submit(): void {
    setLooked(true);
    if (sending.current || (whom !== 'pool' && receiver === null)) return;
    sending.current = true;
    const to = whom === 'pool' || receiver === null ? { pool: 'members' } : addressOf(receiver);
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
        <Field label="派给" fault={looked && whom !== 'pool' && receiver === null ? '请选一个。' : undefined}>
          <Stack gap={3}>
            <Choices
              label="派给"
              choices={WHOM}
              chosen={whom}
              onChoose={(next) => {
                setWhom(next);
                setReceiver(null);
              }}
            />
            {whom === 'pool' ? (
              <View>社区的党员和在职干部都能看到，谁先接下就是谁。</View>
            ) : whom === 'unit' ? (
              <Stack gap={3}>
                <View>派给单位后，由它的联系人接单；不该它办的，可以在接单时限内提一次异议。</View>
                <UnitChoices order={order} label="派给哪个单位" chosen={receiver?.id ?? null} onChoose={setReceiver} />
                {receiver === null ? null : <View>{`已选：${receiver.name}`}</View>}
                {onShare === undefined ? null : (
                  <Button label="要几家一起办，选首接单位" icon="users" wide onPress={() => onShare(receiver)} />
                )}
              </Stack>
            ) : (
              <People key={whom} role={whom} order={order} chosen={receiver?.id ?? null} onChoose={setReceiver} />
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
  role: Exclude<Whom, 'pool' | 'unit'>;
  order: Order;
  chosen: string | null;
  onChoose: (receiver: Receiver) => void;
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
        onChoose={(id) => {
          const one = found.find((each) => each.id === id);
          if (one !== undefined) onChoose({ type: 'person', id, name: one.name });
        }}
      />
      {shown.length < found.length ? (
        <Button label={`其余 ${found.length - shown.length} 人`} wide onPress={() => setAll(true)} />
      ) : null}
    </Stack>
  );
}
