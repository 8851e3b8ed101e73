import { OBJECTION_WORDS } from '@linshao/domain';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { api } from '../../api-client/api.js';
import { sentenceOf } from '../../api-client/api-error.js';
import { submissionKeys } from '../../api-client/submission-keys.js';
import { useSendOnce } from '../../api-client/use-send-once.js';
import { faultOf } from '../../orders/action-form.js';
import type { Order } from '../../orders/queries.js';
import { rereadOrders } from '../../orders/reread-orders.js';
import { SignInSheet } from '../../session/sign-in-sheet.js';
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

const WORDS = { ...OBJECTION_WORDS, type: 'text' } as Extract<typeof OBJECTION_WORDS, { type: 'text' }>;

/** 提出异议: a reason of the published duty catalogue, and the words for it. */
export function ObjectSheet({ order, onClose }: { order: Order; onClose: () => void }) {
  const [reasonCode, setReasonCode] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [looked, setLooked] = useState(false);
  const [signIn, setSignIn] = useState(false);
  const keys = useRef(submissionKeys());
  const area = order.area.path.split('/').at(-1) ?? '';
  const catalogue = useQuery({
    queryKey: ['duty-catalogue', area],
    queryFn: () => api.get('/api/duty-catalogue', { query: { area } }),
  });
  const fault = faultOf(WORDS, text);
  const { send, busy, error } = useSendOnce(
    (body: { reasonCode: string; text: string }) =>
      keys.current.submit(body, (key) => api.post('/api/orders/{id}/object', { path: { id: order.id }, body, key })),
    {
      onDone: () => {
        toast('异议已提出');
        rereadOrders([order.id]);
        onClose();
      },
    },
  );
  if (signIn) return <SignInSheet onClose={() => setSignIn(false)} />;
  return (
    <Sheet title="提出异议" onClose={onClose}>
      <Stack gap={4}>
        <View>一张单子只能提一次。提出后由街道督办裁定：成立的，退回社区另派；不成立的，由您单位接单。</View>
        <Field label="按职责清单，为什么不该办" fault={looked && reasonCode === null ? '请选一条理由。' : undefined}>
          {catalogue.data === undefined ? (
            catalogue.error === null ? (
              <Skeleton />
            ) : (
              <Notice
                tone="alarm"
                text={sentenceOf(catalogue.error)}
                action={{ label: '再试一次', onPress: () => void catalogue.refetch() }}
              />
            )
          ) : catalogue.data.length === 0 ? (
            <Notice tone="plain" text="本地的职责清单还没有理由，请联系街道督办。" />
          ) : (
            <Choices
              label="理由"
              choices={catalogue.data.map(({ code, name, description }) => ({ code, label: name, hint: description }))}
              chosen={reasonCode}
              onChoose={setReasonCode}
            />
          )}
        </Field>
        <Field label={WORDS.label} hint="写明为什么、应由谁办" fault={looked ? (fault ?? undefined) : undefined}>
          <TextBox label={WORDS.label} lines="several" max={WORDS.max} value={text} onChange={setText} />
        </Field>
        <FormFault error={error} onSignIn={() => setSignIn(true)} />
        <Button
          label="提出异议"
          tone="primary"
          wide
          busy={busy}
          onPress={() => {
            setLooked(true);
            if (fault === null && reasonCode !== null) send({ reasonCode, text: text.trim() });
          }}
        />
      </Stack>
    </Sheet>
  );
}
