import Taro from '@tarojs/taro';

/** Opens the dialler with a number; who thinks better of it has not failed. */
export function call(phone: string): void {
  Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined);
}
