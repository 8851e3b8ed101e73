import Taro from '@tarojs/taro';

/** Dials: the phone asks before it calls; whoever says no there has changed their mind. */
export function call(phone: string): void {
  void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined);
}
