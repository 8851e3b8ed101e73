import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { useMove } from '../../orders/use-move.js';
import type { Order } from '../../orders/queries.js';
import { SignInSheet } from '../../session/sign-in-sheet.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { FormFault } from '../../ui/form-fault.js';
import { Section } from '../../ui/section.js';
import { Sheet } from '../../ui/sheet.js';
import { Stack } from '../../ui/stack.js';
import { TextBox } from '../../ui/text-box.js';
import { toast } from '../../ui/toast.js';
import { ReceiverPicker } from './receiver-picker.js';
import {
  changed,
  EMPTY_SPLIT,
  mayAdd,
  splitBody,
  splitFaults,
  withoutTask,
  withTask,
  type Receiver,
  type SplitDraft,
} from './split-draft.js';

/** 拆分: shares of one order for several people or units; the one who leads takes the order itself. */
export function SplitSheet({
  order,
  lead = null,
  onClose,
}: {
  order: Order;
  /** Who was chosen already, before it was to be shared. */
  lead?: Receiver | null;
  onClose: () => void;
}) {
  const [draft, setDraft] = useState<SplitDraft>({ ...EMPTY_SPLIT, lead });
  const [looked, setLooked] = useState(false);
  const [signIn, setSignIn] = useState(false);
  const sending = useRef(false);
  const move = useMove(order.id);
  const faults = splitFaults(draft);

  function submit(): void {
    setLooked(true);
    const body = splitBody(draft, order.title);
    if (sending.current || body === null) return;
    sending.current = true;
    move.mutate(
      { action: 'split', values: body },
      {
        onSuccess: () => {
          toast(`已拆出 ${draft.tasks.length} 件子任务`);
          onClose();
        },
        onError: () => (sending.current = false),
      },
    );
  }

  if (signIn) return <SignInSheet onClose={() => setSignIn(false)} />;
  return (
    <Sheet title="拆分" onClose={onClose}>
      <Stack gap={5}>
        <View>一件事要几家一起办时，拆开派。子任务都办完，牵头的才能报办结。</View>
        <Receives
          label="谁牵头"
          hint="首接：接下整张单子，对结果负责"
          order={order}
          chosen={draft.lead}
          fault={looked ? faults.lead : undefined}
          onChoose={(lead) => setDraft((before) => ({ ...before, lead }))}
        />
        {draft.tasks.map((task, index) => (
          <Section key={index} title={`子任务 ${index + 1}`}>
            <Stack gap={4}>
              <Field label="要做什么" fault={looked ? faults.tasks[index]?.title : undefined}>
                <TextBox
                  label={`子任务 ${index + 1}：要做什么`}
                  placeholder="例如：更换三单元的灯"
                  max={60}
                  value={task.title}
                  onChange={(title) => setDraft((before) => changed(before, index, { title }))}
                />
              </Field>
              <Field label="说明" optional>
                <TextBox
                  label={`子任务 ${index + 1}：说明`}
                  max={500}
                  value={task.description}
                  onChange={(description) => setDraft((before) => changed(before, index, { description }))}
                />
              </Field>
              <Receives
                label="谁来办"
                order={order}
                chosen={task.to}
                fault={looked ? faults.tasks[index]?.to : undefined}
                onChoose={(to) => setDraft((before) => changed(before, index, { to }))}
              />
              {draft.tasks.length === 1 ? null : (
                <Button
                  label={`去掉子任务 ${index + 1}`}
                  tone="quiet"
                  icon="trash-2"
                  onPress={() => setDraft((before) => withoutTask(before, index))}
                />
              )}
            </Stack>
          </Section>
        ))}
        {mayAdd(draft) ? <Button label="再加一件子任务" icon="plus" wide onPress={() => setDraft(withTask)} /> : null}
        <FormFault error={move.error} onSignIn={() => setSignIn(true)} />
        <Button label="拆分" tone="primary" wide busy={move.isPending} onPress={submit} />
      </Stack>
    </Sheet>
  );
}

interface ReceivesProps {
  label: string;
  hint?: string;
  order: Order;
  chosen: Receiver | null;
  fault: string | undefined;
  onChoose: (receiver: Receiver) => void;
}

/** Whom it goes to: the list while one looks for somebody, afterwards the name alone. */
function Receives({ label, hint, order, chosen, fault, onChoose }: ReceivesProps) {
  const [looking, setLooking] = useState(false);
  return (
    <Field label={label} hint={hint} fault={fault}>
      {looking ? (
        <ReceiverPicker
          order={order}
          label={label}
          chosen={chosen}
          onChoose={(receiver) => {
            onChoose(receiver);
            setLooking(false);
          }}
        />
      ) : (
        <Button
          label={chosen === null ? '选人或单位' : `${chosen.name}（换一个）`}
          icon={chosen === null ? 'plus' : 'user'}
          wide
          onPress={() => setLooking(true)}
        />
      )}
    </Field>
  );
}
