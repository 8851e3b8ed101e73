import { SUPERVISION_WORDS } from '@linshao/domain';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, type Schemas } from '../../api-client/api.js';
import { queryClient } from '../../api-client/query-client.js';
import { submissionKeys } from '../../api-client/submission-keys.js';
import { faultOf } from '../../orders/action-form.js';
import { SignInSheet } from '../../session/sign-in-sheet.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { FormFault } from '../../ui/form-fault.js';
import { Sheet } from '../../ui/sheet.js';
import { Stack } from '../../ui/stack.js';
import { TextBox } from '../../ui/text-box.js';
import { toast } from '../../ui/toast.js';

export type Step = Schemas['SupervisionView']['actions'][number];

const ASKED: Readonly<Record<Step, string>> = {
  answer: '为什么超时，怎么补救',
  close: '销号的话',
  return: '还缺什么',
};

/** The words of one step of a supervision order. */
export function SupervisionSheet({
  id,
  step,
  name,
  onClose,
}: {
  id: string;
  step: Step;
  name: string;
  onClose: () => void;
}) {
  const [text, setText] = useState('');
  const [looked, setLooked] = useState(false);
  const [signIn, setSignIn] = useState(false);
  const keys = useRef(submissionKeys());
  const words = SUPERVISION_WORDS[step];
  const fault = faultOf(words, text);
  const send = useMutation({
    mutationFn: () => {
      const body = { text: text.trim() };
      // The three steps have one shape of body and answer.
      const path = `/api/supervision-orders/{id}/${step}` as '/api/supervision-orders/{id}/answer';
      return keys.current.submit({ step, ...body }, (key) => api.post(path, { path: { id }, body, key }));
    },
    onSuccess: () => {
      toast(`${name}：已记下`);
      void queryClient.invalidateQueries({ queryKey: ['desk', 'supervision'] });
      onClose();
    },
  });
  if (signIn) return <SignInSheet onClose={() => setSignIn(false)} />;
  return (
    <Sheet title={name} onClose={onClose}>
      <Stack gap={4}>
        <Field label={ASKED[step]} optional={!words.required} fault={looked ? (fault ?? undefined) : undefined}>
          <TextBox label={ASKED[step]} lines="several" max={words.max} value={text} onChange={setText} />
        </Field>
        <FormFault error={send.error} onSignIn={() => setSignIn(true)} />
        <Button
          label={name}
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
