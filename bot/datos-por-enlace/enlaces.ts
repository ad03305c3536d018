import type { Interlocutor } from '../channels/channel';

/**
 * A link to the page where one person gives the number of their document. It knows the conversation and not the draft,
 * which knows the link: from a link nothing leads to what was filed, not even when it was filed without a name.
 */
export interface Enlace {
  readonly id: string;
  /** SHA-256 of its token: who reads the store cannot open it. */
  readonly huella: string;
  readonly de: Interlocutor;
  readonly venceEn: Date;
  /** Its form was sent. */
  readonly gastado: boolean;
}

export interface Enlaces {
  insert(enlace: Omit<Enlace, 'gastado'>): Promise<void>;
  find(huella: string): Promise<Enlace | undefined>;
  /** For good; spending it again changes nothing. */
  spend(id: string): Promise<void>;
  /** Deletes those that expired before. */
  purge(before: Date): Promise<void>;
}
