import { RULING_WORDS } from '@linshao/domain';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { api, type Schemas } from '../api-client/api.js';
import { submissionKeys } from '../api-client/submission-keys.js';
import { useSendOnce } from '../api-client/use-send-once.js';
import { SignInSheet } from '../session/sign-in-sheet.js';
import { Button } from '../ui/button.js';
import { Choices } from '../ui/choices.js';
import { Field } from '../ui/field.js';
import { FormFault } from '../ui/form-fault.js';
import { Sheet } from '../ui/sheet.js';
import { Stack } from '../ui/stack.js';
import { TextBox } from '../ui/text-box.js';
import { toast } from '../ui/toast.js';
import { faultOf } from './action-form.js';
import { rereadOrders } from './reread-orders.js';

const VERDICTS = [
  { code: 'upheld', label: '异议成立', hint: '退回社区，重新派单' },
  { code: 'overruled', label: '异议不成立', hint: '由该单位接单，接单时间重新计算' },
] as const;
type Verdict = (typeof VERDICTS)[number]['code'];
const WORDS = { ...RULING_WORDS, type: 'text' } as Extract<typeof RULING_WORDS, { type: 'text' }>;

/** 裁定: is the unit right, and why. */
export function RuleSheet({ item, onClose }: { item: Schemas['ObjectionView']; onClose: () => void }) {
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [text, setText] = useState('');
  const [looked, setLooked] = useState(false);
  const [signIn, setSignIn] = useState(false);
  const keys = useRef(submissionKeys());
  const fault = faultOf(WORDS, text);
  const { send, busy, error } = useSendOnce(
    (body: { upheld: boolean; text: string }) =>
      keys.current.submit(body, (key) => api.post('/api/objections/{id}/rule', { path: { id: item.id }, body, key })),
    {
      onDone: () => {
        toast('裁定已发出');
        rereadOrders([item.order.id]);
        onClose();
      },
    },
  );
  if (signIn) return <SignInSheet onClose={() => setSignIn(false)} />;
  return (
    <Sheet title="裁定异议" onClose={onClose}>
      <Stack gap={4}>
        <View>{`${item.unit.name}说：${item.reason.name}。${item.text}`}</View>
        <Field label="怎么裁定" fault={looked && verdict === null ? '请选成立还是不成立。' : undefined}>
          <Choices label="怎么裁定" choices={VERDICTS} chosen={verdict} onChoose={setVerdict} />
        </Field>
        <Field label={WORDS.label} hint="单位和社区都看得到" fault={looked ? (fault ?? undefined) : undefined}>
          <TextBox label={WORDS.label} lines="several" max={WORDS.max} value={text} onChange={setText} />
        </Field>
        <FormFault error={error} onSignIn={() => setSignIn(true)} />
        <Button
          label="发出裁定"
          tone="primary"
          wide
          busy={busy}
          onPress={() => {
            setLooked(true);
            if (fault === null && verdict !== null) send({ upheld: verdict === 'upheld', text: text.trim() });
          }}
        />
      </Stack>
    </Sheet>
  );
}
