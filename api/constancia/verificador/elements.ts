/** An element with its children; texts are never read as markup. */
export function element(
  tag: string,
  children: readonly (Node | string)[],
  attributes: Readonly<Record<string, string>> = {},
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Puts these in place of what an element held. */
export const fill = (place: Element, children: readonly (Node | string)[]): void =>
  place.replaceChildren(...children);
