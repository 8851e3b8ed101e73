import { View } from '@tarojs/components';
import { Button } from './button.js';
import { Notice } from './notice.js';
import { Sheet } from './sheet.js';
import { Stack } from './stack.js';

interface ConfirmSheetProps {
  title: string;
  text: string;
  confirm: string;
  tone?: 'primary' | 'danger';
  busy?: boolean;
  fault?: string | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once more before something that others will see or that cannot be undone. */
export function ConfirmSheet(props: ConfirmSheetProps) {
  const { title, text, confirm, tone = 'primary', busy = false, fault = null, onConfirm, onClose } = props;
  return (
    <Sheet title={title} onClose={onClose}>
      <Stack gap={4}>
        <View>{text}</View>
        {fault === null ? null : <Notice tone="alarm" text={fault} />}
        <Button label={confirm} tone={tone} wide busy={busy} onPress={onConfirm} />
        <Button label="再想想" wide onPress={onClose} />
      </Stack>
    </Sheet>
  );
}
