type Role = 'heading' | 'list' | 'listitem' | 'status' | 'alert' | 'img';

/**
 * What a screen reader should take an element for. WeChat names the attribute `aria-role`, browsers `role`;
 * everything else (`aria-label`, `aria-hidden` …) is written alike on both.
 */
export function role(name: Role): Record<string, string> {
  const attributes: Record<string, string> = process.env.TARO_ENV === 'weapp' ? { 'aria-role': name } : { role: name };
  return name === 'heading' ? { ...attributes, 'aria-level': '2' } : attributes;
}
