import { SUPERVISION_WORDS, voidsSupervision } from '@linshao/domain';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../api-client/api.js';
import { queryClient } from '../../api-client/query-client.js';
import { submissionKeys } from '../../api-client/submission-keys.js';
import { faultOf } from '../../orders/action-form.js';
import type { Order } from '../../orders/queries.js';
import { SignInSheet } from '../../session/sign-in-sheet.js';
import { useSession } from '../../session/use-session.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { FormFault } from '../../ui/form-fault.js';
import { Sheet } from '../../ui/sheet.js';
import { Stack } from '../../ui/stack.js';
import { TextBox } from '../../ui/text-box.js';
import { toast } from '../../ui/toast.js';

/** 督办: the sub-district asks the community to explain, without waiting for a clock. Nothing for anybody else. */
export function Supervise({ order }: { order: Order }) {
  const { post } = useSession();
  const [asking, setAsking] = useState(false);
  if (post?.role !== 'supervisor' || order.state === 'closed' || voidsSupervision(order.state)) return null;
  return (
    <>
      <Button label="开督办单" icon="flag" wide onPress={() => setAsking(true)} />
      {asking ? <SuperviseSheet orderId={order.id} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

const { label: ASKED, max: MOST } = SUPERVISION_WORDS.open;

function SuperviseSheet({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const [text, setText] = useState('');
  const [looked, setLooked] = useState(false);
  const [signIn, setSignIn] = useState(false);
  const keys = useRef(submissionKeys());
  const fault = faultOf(SUPERVISION_WORDS.open, text);
  const send = useMutation({
    mutationFn: () => {
      const body = { text: text.trim() };
      return keys.current.submit(body, (key) =>
        api.post('/api/orders/{id}/supervise', { path: { id: orderId }, body, key }),
      );
    },
    onSuccess: () => {
      toast('督办单已发出');
      void queryClient.invalidateQueries({ queryKey: ['desk', 'supervision'] });
      void queryClient.invalidateQueries({ queryKey: ['order', orderId] });
      onClose();
    },
  });
  if (signIn) return <SignInSheet onClose={() => setSignIn(false)} />;
  return (
    <Sheet title="开督办单" onClose={onClose}>
      <Stack gap={4}>
        <Field
          label={ASKED}
          hint="社区要在一个工作日内答复，答复后由您销号或退回补充"
          fault={looked ? (fault ?? undefined) : undefined}
        >
          <TextBox label={ASKED} lines="several" max={MOST} value={text} onChange={setText} />
        </Field>
        <FormFault error={send.error} onSignIn={() => setSignIn(true)} />
        <Button
          label="发出督办单"
          tone="primary"
          wide
          busy={send.isPending}
          onPress={() => {
            setLooked(true);
            if (fault === null) send.mutate();
          }}
        />
      </Stack>
    </Sheet>
  );
}
