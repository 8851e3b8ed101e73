import type { PressableProps } from './pressable-props.js';

/** What kind of thing is pressed and how it stands, in ARIA's words; WeChat wants its values as text. */
export function pressableState(props: PressableProps): { role: string; state: Record<string, string> } | null {
  switch (props.kind) {
    case 'button':
      return null;
    case 'switch':
    case 'radio':
    case 'checkbox':
      return { role: props.kind, state: { 'aria-checked': String(props.checked) } };
    case 'tab':
      return { role: 'tab', state: { 'aria-selected': String(props.selected) } };
  }
}
