import type { ContentFiles } from '../../content/content-files';

/** A content that was put in force, whole: what a decision of its time rested on can be read again. */
export interface Instantanea {
  /** SHA-256 of its files. */
  readonly hash: string;
  readonly enVigorEn: Date;
  /** Who put it in force: a name, or the start of the program. */
  readonly quien: string;
  readonly archivos: ContentFiles;
}

/** Port: every content that was put in force, the last one being the one that is. */
export interface Instantaneas {
  last(): Promise<Instantanea | undefined>;
  /** The hash of the last one, without its files. */
  lastHash(): Promise<string | undefined>;
  /** Whether a content with that hash was ever in force. */
  knows(hash: string): Promise<boolean>;
  add(instantanea: Instantanea): Promise<void>;
}
