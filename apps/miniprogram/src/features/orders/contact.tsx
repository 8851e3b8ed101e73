import { useMutation } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../api-client/api.js';
import type { Order } from '../../orders/queries.js';
import { call } from '../../platform/call.js';
import { SignInSheet } from '../../session/sign-in-sheet.js';
import { useSession } from '../../session/use-session.js';
import { Button } from '../../ui/button.js';
import { Choices } from '../../ui/choices.js';
import { Field } from '../../ui/field.js';
import { FormFault } from '../../ui/form-fault.js';
import { Sheet } from '../../ui/sheet.js';
import { Stack } from '../../ui/stack.js';
import { mayContact } from './may-contact.js';

const PURPOSES = ['约上门时间', '核实情况', '告知办理结果'].map((purpose) => ({ code: purpose, label: purpose }));

/** 联系提出人: for whoever works on the order. The number is masked until somebody says what for; the resident can read that. */
export function Contact({ order }: { order: Order }) {
  const { me, post } = useSession();
  const [asking, setAsking] = useState(false);
  if (me === null || !mayContact(order, me.id, post?.role ?? null)) return null;
  return (
    <>
      <Button label="联系提出人" icon="phone" wide onPress={() => setAsking(true)} />
      {asking ? <ContactSheet orderId={order.id} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function ContactSheet({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const [purpose, setPurpose] = useState<string | null>(null);
  const [looked, setLooked] = useState(false);
  const [signIn, setSignIn] = useState(false);
  const reveal = useMutation({
    mutationFn: (why: string) =>
      api.post('/api/orders/{id}/contact', { path: { id: orderId }, body: { purpose: why } }),
  });
  if (signIn) return <SignInSheet onClose={() => setSignIn(false)} />;
  return (
    <Sheet title="联系提出人" onClose={onClose}>
      {reveal.data === undefined ? (
        <Stack gap={4}>
          <Field
            label="为什么要联系"
            hint="每次查看都会记下来，本人看得到"
            fault={looked && purpose === null ? '请选一个原因。' : undefined}
          >
            <Choices label="为什么要联系" choices={PURPOSES} chosen={purpose} onChoose={setPurpose} />
          </Field>
          <FormFault error={reveal.error} onSignIn={() => setSignIn(true)} />
          <Button
            label="查看联系方式"
            tone="primary"
            wide
            busy={reveal.isPending}
            onPress={() => {
              setLooked(true);
              if (purpose !== null) reveal.mutate(purpose);
            }}
          />
        </Stack>
      ) : (
        <Reached {...reveal.data} />
      )}
    </Sheet>
  );
}

function Reached({ name, phone, address }: { name: string; phone: string | null; address: string | null }) {
  return (
    <Stack gap={4}>
      <View>{[name, address].filter((part) => part !== null && part !== '').join(' · ')}</View>
      {phone === null ? (
        <View>没有留电话，请在单子里留言，对方会收到消息。</View>
      ) : (
        <Button label={`打电话 ${phone}`} icon="phone" tone="primary" wide onPress={() => call(phone)} />
      )}
    </Stack>
  );
}
