import type { Content } from '../../content/load-content';

/** The content in force. It changes while the program runs: read it when you need it, never keep a part of it. */
export interface LiveContent {
  /** The content as of now, as one value: for what must not see it change halfway. */
  readonly current: () => Content;
  readonly replace: (next: Content) => void;
  /** The same as a `Content` whose every part is read from what is in force at that moment. */
  readonly view: Content;
}

export function createLiveContent(first: Content): LiveContent {
  let inForce = first;
  return {
    current: () => inForce,
    replace(next) {
      inForce = next;
    },
    view: new Proxy(first, { get: (_first, part) => Reflect.get(inForce, part) as unknown }),
  };
}

/** What is made of a content, made anew only when the content is another. */
export function byContent<T>(content: () => Content, make: (content: Content) => T): () => T {
  let made: { readonly hash: string; readonly value: T } | undefined;
  return () => {
    const now = content();
    if (made?.hash !== now.hash) made = { hash: now.hash, value: make(now) };
    return made.value;
  };
}
