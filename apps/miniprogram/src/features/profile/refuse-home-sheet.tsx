import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../api-client/api.js';
import { useSendOnce } from '../../api-client/use-send-once.js';
import { SignInSheet } from '../../session/sign-in-sheet.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { FormFault } from '../../ui/form-fault.js';
import { Sheet } from '../../ui/sheet.js';
import { Stack } from '../../ui/stack.js';
import { TextBox } from '../../ui/text-box.js';
import { toast } from '../../ui/toast.js';
import { rereadResidents, type Residency } from './residency-queries.js';

const FEWEST = 2;
const MOST = 200;

/** Refuses a registration, with a reason the resident reads. */
export function RefuseHomeSheet({ residency, onClose }: { residency: Residency; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [looked, setLooked] = useState(false);
  const [signIn, setSignIn] = useState(false);
  const { send, busy, error } = useSendOnce(
    (words: string) =>
      api.post('/api/residencies/{id}/refuse', { path: { id: residency.id }, body: { reason: words } }),
    {
      onDone: () => {
        toast('已告诉本人');
        onClose();
      },
      onEnd: rereadResidents,
    },
  );
  const words = reason.trim();
  const fault = words.length < FEWEST ? '请写清楚为什么不通过，本人会看到。' : undefined;
  if (signIn) return <SignInSheet onClose={() => setSignIn(false)} />;
  return (
    <Sheet title="不通过" onClose={onClose}>
      <Stack gap={4}>
        <View>{`${residency.personName} · ${residency.address}`}</View>
        <Field label="原因" hint="本人会看到，可以改好再来申请" fault={looked ? fault : undefined}>
          <TextBox
            label="原因"
            placeholder="例如：这户是别家在住，请核对房号"
            lines="several"
            max={MOST}
            value={reason}
            onChange={setReason}
          />
        </Field>
        <FormFault error={error} onSignIn={() => setSignIn(true)} />
        <Button
          label="不通过"
          tone="danger"
          wide
          busy={busy}
          onPress={() => {
            setLooked(true);
            if (fault === undefined) send(words);
          }}
        />
      </Stack>
    </Sheet>
  );
}
