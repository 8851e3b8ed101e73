import type { ReactElement, ReactNode } from 'react';

type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode };

/** Draws components once, as they are at first, without React: it has not come yet. */
export function toNodes(node: ReactNode): Node[] {
  if (node === null || node === undefined || typeof node === 'boolean') return [];
  if (Array.isArray(node)) return (node as ReactNode[]).flatMap(toNodes);
  if (typeof node !== 'object') return [document.createTextNode(String(node))];
  const { type, props } = node as ReactElement<Props>;
  if (typeof type === 'function') return toNodes((type as (props: Props) => ReactNode)(props));
  return [elementOf(type, props)];
}

function elementOf(type: string, { children, ...attributes }: Props): HTMLElement {
  const element = document.createElement(type);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'onClick') element.addEventListener('click', value as () => void);
    else if (name === 'className') element.className = String(value);
    else if (typeof value === 'string') element.setAttribute(name, value);
    else if (value === true) element.setAttribute(name, '');
  }
  element.append(...toNodes(children));
  return element;
}
