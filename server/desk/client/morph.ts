/** Changes a part of the page into how it is now, and leaves alone what is so already: the focus and the reader's place stay. */

/** Rows that may come, go and move say which they are. */
const keyOf = (node: Node): string | null =>
  node instanceof Element ? node.getAttribute('data-nyckel') : null;

const isAlike = (one: Node, other: Node): boolean =>
  one.nodeType === other.nodeType && one.nodeName === other.nodeName && keyOf(one) === keyOf(other);

/** Changes `old` and all that is in it; its own name stays. */
export function morph(old: Element, fresh: Element): void {
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes)
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const keyed = new Map<string, Element>();
  for (const child of old.children) {
    const key = keyOf(child);
    if (key !== null) keyed.set(key, child);
  }
  let at = old.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const key = keyOf(wanted);
    const there = key === null ? at : (keyed.get(key) ?? null);
    if (there && isAlike(there, wanted)) {
      if (there === at) at = at.nextSibling;
      else old.insertBefore(there, at);
      if (there instanceof Element) morph(there, wanted as Element);
      else if (there.nodeValue !== wanted.nodeValue) there.nodeValue = wanted.nodeValue;
    } else {
      // what stands here has another place, or none
      old.insertBefore(document.importNode(wanted, true), at);
    }
  }
  while (at) {
    const next: ChildNode | null = at.nextSibling;
    at.remove();
    at = next;
  }
}
