import { endTime } from '@linshao/domain';
import { useMutation } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { api, type Schemas } from '../../api-client/api.js';
import { submissionKeys } from '../../api-client/submission-keys.js';
import { useSendOnce } from '../../api-client/use-send-once.js';
import { faultOf } from '../../orders/action-form.js';
import { rereadOrders } from '../../orders/reread-orders.js';
import { SignInSheet } from '../../session/sign-in-sheet.js';
import { role } from '../../ui/a11y.js';
import { Button } from '../../ui/button.js';
import { Choices } from '../../ui/choices.js';
import { Field } from '../../ui/field.js';
import { FormFault } from '../../ui/form-fault.js';
import { Sheet } from '../../ui/sheet.js';
import { Stack } from '../../ui/stack.js';
import { TextBox } from '../../ui/text-box.js';
import { toast } from '../../ui/toast.js';
import { useNow } from '../../ui/use-now.js';
import { moreTimes, type MoreTime } from './deadline-words.js';
import './deadlines.css';

type Deadline = Schemas['DeadlineView'];
const REASON = { type: 'text', name: 'reason', label: '延期原因', min: 2, max: 40, required: true } as const;

/** 延期: how much more time and why; the date it will be is read before it is decided. */
export function ExtendSheet({
  orderId,
  deadline,
  onClose,
}: {
  orderId: string;
  deadline: Deadline;
  onClose: () => void;
}) {
  const [by, setBy] = useState<MoreTime | null>(null);
  const [reason, setReason] = useState('');
  const [looked, setLooked] = useState(false);
  const [signIn, setSignIn] = useState(false);
  const keys = useRef(submissionKeys());
  const fault = faultOf(REASON, reason);
  const path = { id: deadline.id };
  const look = useMutation({
    mutationFn: (body: Extension) => api.post('/api/deadlines/{id}/extend', { path, body: { ...body, preview: true } }),
  });
  const sending = useSendOnce(
    (body: Extension) =>
      keys.current.submit(body, (key) => api.post('/api/deadlines/{id}/extend', { path, body, key })),
    {
      onDone: () => {
        toast('已延期');
        rereadOrders([orderId]);
        onClose();
      },
    },
  );
  /** What was read of another date counts no longer. */
  const forget = () => {
    look.reset();
    sending.forget();
  };
  function go(then: (body: Extension) => void): void {
    setLooked(true);
    if (fault === null && by !== null) then({ amount: by.amount, unit: by.unit, reason: reason.trim() });
  }
  if (signIn) return <SignInSheet onClose={() => setSignIn(false)} />;
  return (
    <Sheet title={`延长${deadline.kindName}时限`} onClose={onClose}>
      <Stack gap={4}>
        <Field label="延长多少" fault={looked && by === null ? '请选延长多少。' : undefined}>
          <Choices
            label="延长多少"
            choices={moreTimes(deadline)}
            chosen={by?.code ?? null}
            onChoose={(code) => {
              setBy(moreTimes(deadline).find((each) => each.code === code) ?? null);
              forget();
            }}
          />
        </Field>
        <Field
          label={REASON.label}
          hint="写进时限的说明里，承办人和社区都看得到"
          fault={looked ? (fault ?? undefined) : undefined}
        >
          <TextBox
            label={REASON.label}
            placeholder="例如：等待配件到货"
            max={REASON.max}
            value={reason}
            onChange={(words) => {
              setReason(words);
              forget();
            }}
          />
        </Field>
        {look.data === undefined ? null : <NewDate before={deadline.dueAt} after={look.data} />}
        <FormFault error={sending.error ?? look.error} onSignIn={() => setSignIn(true)} />
        {look.data === undefined ? (
          <Button label="看看新的时限" tone="primary" wide busy={look.isPending} onPress={() => go(look.mutate)} />
        ) : (
          <Button label="确认延期" tone="primary" wide busy={sending.busy} onPress={() => go(sending.send)} />
        )}
      </Stack>
    </Sheet>
  );
}

interface Extension {
  readonly amount: number;
  readonly unit: MoreTime['unit'];
  readonly reason: string;
}

function NewDate({ before, after }: { before: string; after: Deadline }) {
  const now = useNow();
  const words = (at: string) => endTime(new Date(at), now);
  return (
    <View {...role('status')}>
      <View className="deadlines__kind">{`原定${words(before)}前，改到${words(after.dueAt)}前`}</View>
      <View className="deadlines__why">{after.why}</View>
      {after.provisional ? <View className="deadlines__why">明年的放假安排还没公布，到时会重新推算。</View> : null}
    </View>
  );
}
