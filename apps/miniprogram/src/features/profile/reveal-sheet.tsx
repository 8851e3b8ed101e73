import { View } from '@tarojs/components';
import { useState } from 'react';
import { api, type Schemas } from '../../api-client/api.js';
import { useSendOnce } from '../../api-client/use-send-once.js';
import { call } from '../../platform/call.js';
import { SignInSheet } from '../../session/sign-in-sheet.js';
import { Button } from '../../ui/button.js';
import { Choices } from '../../ui/choices.js';
import { Field } from '../../ui/field.js';
import { FormFault } from '../../ui/form-fault.js';
import { Sheet } from '../../ui/sheet.js';
import { Stack } from '../../ui/stack.js';
import type { Residency } from './residency-queries.js';

type Revealed = Schemas['RevealedPersonDto'];
type Asked = Schemas['RevealApplicantDto']['fields'][number];

const WHAT = [
  { code: 'phone', label: '手机号' },
  { code: 'idNumber', label: '身份证号' },
] as const satisfies readonly { code: Asked; label: string }[];
const PURPOSES = ['核实是否住在这里', '约上门时间', '核对身份信息'].map((purpose) => ({
  code: purpose,
  label: purpose,
}));

/** 联系本人: numbers are masked until somebody says what for; every look is kept, and the person can read it. */
export function RevealSheet({ residency, onClose }: { residency: Residency; onClose: () => void }) {
  const [what, setWhat] = useState<Asked>('phone');
  const [purpose, setPurpose] = useState<string | null>(null);
  const [looked, setLooked] = useState(false);
  const [signIn, setSignIn] = useState(false);
  const [shown, setShown] = useState<Revealed | null>(null);
  const { send, busy, error } = useSendOnce(
    (body: Schemas['RevealApplicantDto']) =>
      api.post('/api/residencies/{id}/reveal', { path: { id: residency.id }, body }),
    { onDone: setShown },
  );
  if (signIn) return <SignInSheet onClose={() => setSignIn(false)} />;
  return (
    <Sheet title="联系本人" onClose={onClose}>
      {shown === null ? (
        <Stack gap={4}>
          <View>{residency.personName}</View>
          <Field label="看什么">
            <Choices label="看什么" choices={WHAT} chosen={what} onChoose={setWhat} row />
          </Field>
          <Field
            label="为什么要看"
            hint="每次查看都会记下来，本人看得到"
            fault={looked && purpose === null ? '请选一个原因。' : undefined}
          >
            <Choices label="为什么要看" choices={PURPOSES} chosen={purpose} onChoose={setPurpose} />
          </Field>
          <FormFault error={error} onSignIn={() => setSignIn(true)} />
          <Button
            label="查看"
            icon="eye"
            tone="primary"
            wide
            busy={busy}
            onPress={() => {
              setLooked(true);
              if (purpose !== null) send({ fields: [what], purpose });
            }}
          />
        </Stack>
      ) : (
        <Shown person={shown} />
      )}
    </Sheet>
  );
}

function Shown({ person: { phone, idNumber } }: { person: Revealed }) {
  if (idNumber !== undefined) return <View>{`身份证号：${idNumber ?? '没有登记'}`}</View>;
  if (phone === null || phone === undefined) return <View>没有留手机号。</View>;
  return <Button label={`打电话 ${phone}`} icon="phone" tone="primary" wide onPress={() => call(phone)} />;
}
