/** What is wrong with one entry of the store. Keys are in hexadecimal; `key` is that of the document's `_id`. */
export type Fault =
  /** The document is not what was written. */
  | { readonly kind: 'corrupt'; readonly key: string; readonly why: string }
  /** An index lacks an entry of the document. */
  | { readonly kind: 'missing'; readonly key: string; readonly index: string }
  /** An index has an entry that no document asks for. */
  | { readonly kind: 'extra'; readonly key: string; readonly index: string }
  /** Two documents under one key of a unique index. */
  | { readonly kind: 'repeated'; readonly key: string; readonly index: string }
  /** The catalog does not know that the index has arrays or cut keys: a plan could trust it too much. */
  | { readonly kind: 'unmarked'; readonly key: string; readonly index: string };

/** Name of the index of `_id`, which is the order of the documents themselves. */
export const ID_INDEX = '_id_';
