import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../api-client/api.js';
import type { Order } from '../../orders/queries.js';
import { useMove } from '../../orders/use-move.js';
import { SignInSheet } from '../../session/sign-in-sheet.js';
import { Button } from '../../ui/button.js';
import { Choices } from '../../ui/choices.js';
import { Field } from '../../ui/field.js';
import { FormFault } from '../../ui/form-fault.js';
import { Sheet } from '../../ui/sheet.js';
import { Stack } from '../../ui/stack.js';
import { TextBox } from '../../ui/text-box.js';
import { toast } from '../../ui/toast.js';

const NUMBER = /^\d{6}-?\d{6}$/;

/** 合并: this order joins another one about the same matter, offered or named by its number. */
export function MergeSheet({ order, onClose }: { order: Order; onClose: () => void }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [number, setNumber] = useState('');
  const [looked, setLooked] = useState(false);
  const [signIn, setSignIn] = useState(false);
  const sending = useRef(false);
  const move = useMove(order.id);
  const { data = [] } = useQuery({
    queryKey: ['similar', 'merge', order.id],
    queryFn: () =>
      api.get('/api/orders/similar', {
        query: { title: order.title, category: order.category, ...(order.location ?? {}) },
      }),
  });
  const others = data.filter(({ id }) => id !== order.id);
  const byNumber = others.length === 0 ? '并入哪一张，填单号' : '或者填单号';
  const into = number.trim() === '' ? chosen : NUMBER.test(number.trim()) ? number.trim() : null;

  function submit(): void {
    setLooked(true);
    if (sending.current || into === null) return;
    sending.current = true;
    move.mutate(
      { action: 'merge', values: { into } },
      {
        onSuccess: () => {
          toast('已合并');
          onClose();
        },
        onError: () => (sending.current = false),
      },
    );
  }

  if (signIn) return <SignInSheet onClose={() => setSignIn(false)} />;
  return (
    <Sheet title="合并" onClose={onClose}>
      <Stack gap={4}>
        {others.length === 0 ? null : (
          <Field label="像是同一件事的">
            <Choices
              label="像是同一件事的"
              choices={others.map(({ id, title, stateName, why }) => ({
                code: id,
                label: title,
                hint: `${stateName} · ${why}`,
              }))}
              chosen={number.trim() === '' ? chosen : null}
              onChoose={(id) => {
                setChosen(id);
                setNumber('');
              }}
            />
          </Field>
        )}
        <Field
          label={byNumber}
          hint="提出人会一起收到那张单子的进展"
          fault={looked && into === null ? '请选一张，或填 12 位单号。' : undefined}
        >
          <TextBox label={byNumber} placeholder="例如 261126-000012" max={13} value={number} onChange={setNumber} />
        </Field>
        <FormFault error={move.error} onSignIn={() => setSignIn(true)} />
        <Button label="合并" tone="primary" wide busy={move.isPending} onPress={submit} />
      </Stack>
    </Sheet>
  );
}
