/** What is wrong in a content file, told to the person who edits it (in Spanish). */
export interface ContentFault {
  /** Path inside the content folder, with `/`. */
  readonly file: string;
  /** From 1; absent when the fault belongs to the whole file or folder. */
  readonly line?: number;
  readonly message: string;
}

/** A value read from content, or everything found wrong in it; has the shape of the kernel's `Result`. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: readonly ContentFault[] };

/** `file:line: message`, as editors and terminals understand it. */
export const faultText = ({ file, line, message }: ContentFault): string =>
  line === undefined ? `${file}: ${message}` : `${file}:${line}: ${message}`;
