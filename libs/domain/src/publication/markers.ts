/** What stands in place of something personal. Plain words: a reader must see that something was left out, not what. */
export const MARKERS = {
  name: '〔姓名已隐去〕',
  phone: '〔电话已隐去〕',
  idNumber: '〔证件号已隐去〕',
  address: '〔住址已隐去〕',
  plate: '〔车牌已隐去〕',
  email: '〔邮箱已隐去〕',
  account: '〔账号已隐去〕',
  bankCard: '〔卡号已隐去〕',
} as const;

export type MarkerKind = keyof typeof MARKERS;
