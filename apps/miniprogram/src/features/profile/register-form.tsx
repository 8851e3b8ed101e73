import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Schemas } from '../../api-client/api.js';
import { queryClient } from '../../api-client/query-client.js';
import { SignInSheet } from '../../session/sign-in-sheet.js';
import { Button } from '../../ui/button.js';
import { Choices } from '../../ui/choices.js';
import { Field } from '../../ui/field.js';
import { FormFault } from '../../ui/form-fault.js';
import { Section } from '../../ui/section.js';
import { Stack } from '../../ui/stack.js';
import { TextBox } from '../../ui/text-box.js';
import { toast } from '../../ui/toast.js';
import { DwellingPicker, type Picked } from './dwelling-picker.js';

type Request = Schemas['RequestResidencyDto'];

const RELATIONS = [
  { code: 'owner', label: '业主' },
  { code: 'tenant', label: '租住' },
  { code: 'family', label: '家人' },
] as const;
const FEWEST_CHARACTERS = 2;

/** Asks to be registered: a dwelling of the register where it can be found, otherwise the community and words. */
export function RegisterForm({ onDone }: { onDone: () => void }) {
  const [relation, setRelation] = useState<Request['relation'] | null>(null);
  const [place, setPlace] = useState<Picked | null>(null);
  const [address, setAddress] = useState('');
  const [looked, setLooked] = useState(false);
  const [signIn, setSignIn] = useState(false);
  const send = useMutation({
    mutationFn: (body: Request) => api.post('/api/residencies', { body }),
    onSuccess: () => {
      toast('已提交，社区核实后生效');
      void queryClient.invalidateQueries({ queryKey: ['me'] });
      onDone();
    },
  });
  const needsWords = place !== null && place.dwellingId === null;
  const faults = {
    relation: relation === null ? '请选择您和这处住房的关系。' : undefined,
    place: place === null ? '请先找到您的社区。' : undefined,
    address: needsWords && address.trim().length < FEWEST_CHARACTERS ? '请写清楚楼号和房号。' : undefined,
  };
  const shown = looked ? faults : { relation: undefined, place: undefined, address: undefined };

  function submit(): void {
    setLooked(true);
    if (relation === null || place === null || faults.address !== undefined || send.isPending) return;
    send.mutate(
      place.dwellingId === null
        ? { areaId: place.areaId, address: address.trim(), relation }
        : { dwellingId: place.dwellingId, relation },
    );
  }

  return (
    <Section title="登记住址">
      <Stack gap={4}>
        <Field label="您是" fault={shown.relation}>
          <Choices label="您是" choices={RELATIONS} chosen={relation} onChoose={setRelation} row />
        </Field>
        <Field label="住在" fault={shown.place}>
          <DwellingPicker picked={place} onPick={setPlace} />
        </Field>
        {needsWords ? (
          <Field label="楼号和房号" fault={shown.address}>
            <TextBox
              label="楼号和房号"
              placeholder="例如：3 幢乙单元 502"
              max={100}
              value={address}
              onChange={setAddress}
            />
          </Field>
        ) : null}
        <FormFault error={send.error} onSignIn={() => setSignIn(true)} />
        <Button label="提交给社区核实" tone="primary" wide busy={send.isPending} onPress={submit} />
      </Stack>
      {signIn ? <SignInSheet onClose={() => setSignIn(false)} /> : null}
    </Section>
  );
}
