import type { OrderAction } from '@linshao/domain';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { SignInSheet } from '../session/sign-in-sheet.js';
import { Button } from '../ui/button.js';
import { Choices } from '../ui/choices.js';
import { Field } from '../ui/field.js';
import { FormFault } from '../ui/form-fault.js';
import { PhotoPicker } from '../ui/photo-picker.js';
import { Sheet } from '../ui/sheet.js';
import { Stack } from '../ui/stack.js';
import { Stars } from '../ui/stars.js';
import { TextBox } from '../ui/text-box.js';
import { toast } from '../ui/toast.js';
import { usePhotos, type Photos } from '../ui/use-photos.js';
import { faultOf, isGrave, type FormAction, type PlainField } from './action-form.js';
import { useMove } from './use-move.js';

const MOST_PHOTOS = 9;

/** What happens next, said before it happens; for actions that ask nothing else. */
const CONSEQUENCE: Partial<Record<OrderAction, string>> = {
  claim: '接下后，请在承诺的时间内和居民联系、办好。',
  start: '开始办理后，居民会收到通知。',
  withdraw: '撤回后社区不再办理，记录会留着。',
  urge: '会提醒正在负责的人尽快办理。',
  follow: '说明您也遇到了。每一步进展都会告诉您。',
  unfollow: '以后不再收到它的进展。',
  rate: '好不好由您说了算。没解决就说没解决，社区会接着办。',
  accept: '受理后开始计时，居民会收到通知。',
};

interface ActionSheetProps {
  orderId: string;
  action: FormAction;
  /** What stands in the fields to begin with. */
  initial?: Readonly<Record<string, unknown>>;
  onClose: () => void;
}

/** The form of one action: its fields, what is wrong with them, and one button that works once. */
export function ActionSheet({ orderId, action, initial = {}, onClose }: ActionSheetProps) {
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>(initial);
  const [looked, setLooked] = useState(false);
  const [signIn, setSignIn] = useState(false);
  const photos = usePhotos(MOST_PHOTOS);
  const move = useMove(orderId);
  // A second tap comes before the screen has been drawn anew.
  const sending = useRef(false);
  const faults = action.fields.map((field) => faultOf(field, values[field.name]));

  function submit(): void {
    setLooked(true);
    if (faults.some((fault) => fault !== null) || sending.current || photos.sending || photos.failed) return;
    const filled = Object.entries(values).filter(([name, value]) => value !== '' && value !== initial[name]);
    const withPhotos = photos.ids.length > 0 ? { photoIds: [...photos.ids] } : {};
    sending.current = true;
    move.mutate(
      { action: action.action, values: { ...Object.fromEntries(filled), ...withPhotos } },
      {
        onSuccess: () => {
          toast(`${action.label}：已记下`);
          onClose();
        },
        onError: () => (sending.current = false),
      },
    );
  }

  if (signIn) return <SignInSheet onClose={() => setSignIn(false)} />;
  return (
    <Sheet title={action.label} onClose={onClose}>
      <Stack gap={4}>
        {CONSEQUENCE[action.action] === undefined ? null : <View>{CONSEQUENCE[action.action]}</View>}
        {action.fields.map((field, index) => (
          <Field
            key={field.name}
            label={field.label}
            optional={!field.required}
            fault={looked ? (faults[index] ?? undefined) : undefined}
          >
            <Input
              field={field}
              value={values[field.name]}
              photos={photos}
              onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
            />
          </Field>
        ))}
        <FormFault error={move.error} onSignIn={() => setSignIn(true)} />
        <Button
          label={photos.sending ? '照片还在上传…' : action.label}
          tone={isGrave(action.action) ? 'danger' : 'primary'}
          wide
          busy={move.isPending}
          disabled={photos.sending}
          onPress={submit}
        />
      </Stack>
    </Sheet>
  );
}

interface InputProps {
  field: PlainField;
  value: unknown;
  photos: Photos;
  onChange: (value: unknown) => void;
}

const SOLVED = [
  { code: 'yes', label: '解决了' },
  { code: 'no', label: '还没解决' },
] as const;
const OPTION_NAMES: Readonly<Record<string, string>> = {
  resident: '等居民',
  material: '等材料',
  weather: '等天气',
  third_party: '等其他单位',
  other: '其他',
  normal: '一般',
  urgent: '紧急',
};

function Input({ field, value, photos, onChange }: InputProps) {
  switch (field.type) {
    case 'text':
      return (
        <TextBox
          label={field.label}
          lines={field.max > 120 ? 'several' : 'one'}
          max={field.max}
          value={typeof value === 'string' ? value : ''}
          onChange={onChange}
        />
      );
    case 'boolean':
      return (
        <Choices
          label={field.label}
          choices={SOLVED}
          chosen={value === true ? 'yes' : value === false ? 'no' : null}
          onChoose={(code) => onChange(code === 'yes')}
        />
      );
    case 'stars':
      return <Stars value={typeof value === 'number' ? value : 0} onChoose={onChange} />;
    case 'choice':
      return (
        <Choices
          label={field.label}
          choices={field.options.map((code) => ({ code, label: OPTION_NAMES[code] ?? code }))}
          chosen={typeof value === 'string' ? value : null}
          onChoose={onChange}
        />
      );
    case 'photos':
      return <PhotoPicker photos={photos} />;
  }
}
