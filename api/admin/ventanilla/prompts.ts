/** Whoever is asked at the keyboard. */
export interface Prompts {
  /** The line typed after a question; undefined when there are no more: Ctrl-C, Ctrl-D or the end of a script. */
  ask(question: string): Promise<string | undefined>;
  close(): void;
}
