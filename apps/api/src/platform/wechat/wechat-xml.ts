const MAX_DEPTH = 8;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export type XmlValue = string | { readonly [tag: string]: XmlValue };

/**
 * Reads the XML WeChat sends: elements and text, no attributes, no DTD. Of several elements of one name in one place the
 * first counts. Null for anything else.
 */
export function readXml(text: string): XmlValue | null {
  const scanner = /<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_][\w-]{0,63})\s*(\/?)>|([^<]+)/gy;
  const root = new Map<string, XmlValue>();
  const open: { tag: string; children: Map<string, XmlValue>; text: string }[] = [];
  const put = (tag: string, value: XmlValue): void => {
    const parent = open.at(-1)?.children ?? root;
    if (!parent.has(tag)) parent.set(tag, value);
  };
  let end = 0;
  for (const [whole, cdata, closing, tag, empty, plain] of text.matchAll(scanner)) {
    end += whole.length;
    const top = open.at(-1);
    if (tag === undefined) {
      if (top) top.text += cdata ?? unescaped(plain ?? '');
    } else if (closing) {
      if (top?.tag !== tag) return null;
      open.pop();
      put(tag, top.children.size > 0 ? Object.fromEntries(top.children) : top.text.trim());
    } else if (empty) put(tag, '');
    else if (open.push({ tag, children: new Map(), text: '' }) > MAX_DEPTH) return null;
  }
  return end === text.length && open.length === 0 && root.size === 1 ? ([...root.values()][0] ?? null) : null;
}

const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
