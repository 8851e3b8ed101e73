import { Button, Text, View } from '@tarojs/components';
import { Icon } from './icon.js';
import type { PhoneNumberButtonProps } from './phone-number-button-props.js';
import './button.css';

/** WeChat's own button for a number it has checked: it asks the person, and only its own kind of button may. */
export function PhoneNumberButton({ label, busy, onCode }: PhoneNumberButtonProps) {
  return (
    <Button
      className="pressable button button--plain button--wide"
      hoverClass="pressable--pressed"
      openType="getPhoneNumber"
      disabled={busy}
      onGetPhoneNumber={({ detail }) => onCode(detail.code ?? null)}
    >
      <View className="button__inside">
        <Icon name="phone" />
        <Text className="button__label">{busy ? '请稍等…' : label}</Text>
      </View>
    </Button>
  );
}
