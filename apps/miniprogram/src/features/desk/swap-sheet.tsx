import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { api } from '../../api-client/api.js';
import { submissionKeys } from '../../api-client/submission-keys.js';
import { useSendOnce } from '../../api-client/use-send-once.js';
import { SignInSheet } from '../../session/sign-in-sheet.js';
import { Button } from '../../ui/button.js';
import { Choices } from '../../ui/choices.js';
import { Field } from '../../ui/field.js';
import { FormFault } from '../../ui/form-fault.js';
import { Sheet } from '../../ui/sheet.js';
import { Stack } from '../../ui/stack.js';
import { TextBox } from '../../ui/text-box.js';
import { toast } from '../../ui/toast.js';
import { useNow } from '../../ui/use-now.js';
import { ColleagueField } from './colleague-field.js';
import { rereadDuty, type Shift } from './duty-queries.js';
import { shiftWords } from './shift-words.js';

const MOST_WORDS = 100;
/** How far ahead one looks for a shift to take in return, and how many of them are offered. */
const LOOKED_AT = 50;
const OFFERED = 6;
const NOTHING = 'nothing';

/** Asks a colleague to take a shift of mine, perhaps for one of theirs. */
export function SwapSheet({ shift, onClose }: { shift: Shift; onClose: () => void }) {
  const now = useNow();
  const [personId, setPersonId] = useState<string | null>(null);
  const [inReturn, setInReturn] = useState(NOTHING);
  const [reason, setReason] = useState('');
  const [looked, setLooked] = useState(false);
  const [signIn, setSignIn] = useState(false);
  const keys = useRef(submissionKeys());
  const { send, busy, error } = useSendOnce(
    (body: { personId: string; inReturnId?: string; reason?: string }) =>
      keys.current.submit(body, (key) =>
        api.post('/api/duty/shifts/{id}/swaps', { path: { id: shift.id }, body, key }),
      ),
    {
      onDone: ({ askedOf }) => {
        toast(`已请${askedOf.name}接班，等答复`);
        onClose();
      },
      onEnd: rereadDuty,
    },
  );

  function submit(): void {
    setLooked(true);
    if (personId === null) return;
    send({
      personId,
      ...(inReturn === NOTHING ? {} : { inReturnId: inReturn }),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    });
  }

  if (signIn) return <SignInSheet onClose={() => setSignIn(false)} />;
  return (
    <Sheet title="找人换班" onClose={onClose}>
      <Stack gap={4}>
        <View>{`我的班：${shiftWords(shift, now)}`}</View>
        <ColleagueField
          shiftId={shift.id}
          label="请谁来接"
          chosen={personId}
          onChoose={(id) => {
            setPersonId(id);
            setInReturn(NOTHING);
          }}
          fault={looked && personId === null ? '请选一位同志。' : undefined}
        />
        {personId === null ? null : (
          <InReturn rosterId={shift.rosterId} personId={personId} chosen={inReturn} onChoose={setInReturn} />
        )}
        <Field label="想说的话" optional>
          <TextBox
            label="想说的话"
            placeholder="例如：那天家里有事"
            lines="several"
            max={MOST_WORDS}
            value={reason}
            onChange={setReason}
          />
        </Field>
        <FormFault error={error} onSignIn={() => setSignIn(true)} />
        <Button label="发出换班请求" tone="primary" wide busy={busy} onPress={submit} />
      </Stack>
    </Sheet>
  );
}

interface InReturnProps {
  rosterId: string;
  personId: string;
  chosen: string;
  onChoose: (id: string) => void;
}

/** Their next shifts; what is asked for may also be a favour. */
function InReturn({ rosterId, personId, chosen, onChoose }: InReturnProps) {
  const now = useNow();
  const { data } = useQuery({
    queryKey: ['duty', 'shifts', rosterId, 'to-choose'],
    queryFn: () => api.get('/api/duty/rosters/{id}/shifts', { path: { id: rosterId }, query: { limit: LOOKED_AT } }),
  });
  const theirs = (data?.items ?? []).filter(({ person, from }) => person.id === personId && new Date(from) > now);
  if (theirs.length === 0) return null;
  return (
    <Field label="换对方哪一班">
      <Choices
        label="换对方哪一班"
        choices={[
          { code: NOTHING, label: '不用换，只请对方接' },
          ...theirs.slice(0, OFFERED).map((each) => ({ code: each.id, label: shiftWords(each, now) })),
        ]}
        chosen={chosen}
        onChoose={onChoose}
      />
    </Field>
  );
}
