import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../api-client/api.js';
import { useSendOnce } from '../../api-client/use-send-once.js';
import { SignInSheet } from '../../session/sign-in-sheet.js';
import { Button } from '../../ui/button.js';
import { FormFault } from '../../ui/form-fault.js';
import { Sheet } from '../../ui/sheet.js';
import { Stack } from '../../ui/stack.js';
import { toast } from '../../ui/toast.js';
import { useNow } from '../../ui/use-now.js';
import { ColleagueField } from './colleague-field.js';
import { rereadDuty, type Shift } from './duty-queries.js';
import { runs, shiftWords } from './shift-words.js';

/** Somebody cannot come: who keeps the roster says who takes the shift, or the rest of it. */
export function SubstituteSheet({ shift, onClose }: { shift: Shift; onClose: () => void }) {
  const now = useNow();
  const [person, setPerson] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [looked, setLooked] = useState(false);
  const [signIn, setSignIn] = useState(false);
  const { send, busy, error } = useSendOnce(
    ({ id }: { id: string; name: string }) =>
      api.post('/api/duty/shifts/{id}/substitute', { path: { id: shift.id }, body: { personId: id } }),
    {
      onDone: ({ person: { name } }) => {
        toast(`已安排${name}替班`);
        onClose();
      },
      onEnd: rereadDuty,
    },
  );
  if (signIn) return <SignInSheet onClose={() => setSignIn(false)} />;
  return (
    <Sheet title="安排替班" onClose={onClose}>
      <Stack gap={4}>
        <View>{`${shift.person.name} ${shiftWords(shift, now)}`}</View>
        {runs(shift, now) ? <View>这一班已经开始，从现在起由替班的同志值到结束。</View> : null}
        <ColleagueField
          shiftId={shift.id}
          label="请谁来替"
          chosen={person?.id ?? null}
          onChoose={(id, name) => setPerson({ id, name })}
          fault={looked && person === null ? '请选一位同志。' : undefined}
        />
        <FormFault error={error} onSignIn={() => setSignIn(true)} />
        <Button
          label={person === null ? '安排替班' : `请${person.name}替班`}
          tone="primary"
          wide
          busy={busy}
          onPress={() => {
            setLooked(true);
            if (person !== null) send(person);
          }}
        />
      </Stack>
    </Sheet>
  );
}
