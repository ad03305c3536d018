import { hourAfter } from '../../api/base/kernel/coarse-time';
import type { EstadoEnvio } from '../envios/envio';
import type { Conversation, KeptReply } from './conversaciones';

/** After this long without a word of the provider, what may have gone is taken not to have arrived. */
export const UNHEARD_MS = 10 * 60_000;
/** The same when the person writes: they would have been answered by now. */
const UNHEARD_BY_WHO_WRITES_MS = 60_000;
const MOST = 10;

/** What must arrive: the number of what was filed; and a file, which the provider may refuse after it took its message. */
const mustArrive = ({ clase, archivo }: KeptReply): boolean => clase === 'ACUSE' || archivo !== undefined;

/** Whether nobody knows yet that the person has this reply. */
export const isUnproved = ({ unproved = [] }: Conversation, { seq }: KeptReply): boolean =>
  unproved.includes(seq);

/** The conversation with what was just said and must arrive among what is to be proved. */
export function withUnproved(before: Conversation, said: readonly KeptReply[]): Conversation {
  const news = said.filter(mustArrive);
  if (news.length === 0) return before;
  const unproved = [...(before.unproved ?? []), ...news.map(({ seq }) => seq)].slice(-MOST);
  return { ...before, unproved, lookAt: before.lookAt ?? nextLook(news) };
}

/**
 * When to look at what became of these. With the minute, the time of an anonymous case would lead here: of those that
 * are to be read once, the hour after.
 */
export function nextLook(unproved: readonly KeptReply[], now?: Date): Date | undefined {
  const [first] = unproved;
  if (!first) return undefined;
  const at = new Date((now ?? first.en).getTime() + UNHEARD_MS);
  return unproved.some(({ once }) => once) ? hourAfter(at) : at;
}

/**
 * What to do about a reply that must arrive: PROVED, nothing more; AGAIN, it did not arrive and is said again; PERHAPS_AGAIN, the same
 * saying that it may be a repetition; WHEN_THEY_WRITE, it cannot be said before; WAIT, it is too soon to tell.
 */
export type Verdict = 'PROVED' | 'WAIT' | 'AGAIN' | 'PERHAPS_AGAIN' | 'WHEN_THEY_WRITE';

/**
 * @param age milliseconds since it was said.
 * @param wrote the person has just written.
 * @param once it tells of something anonymous: it is erased as soon as the provider has it.
 * @param file it carried a file, which may be why it failed: it is said again with a link.
 */
export function verdictOf(
  estado: EstadoEnvio | undefined,
  { age, wrote, once, file }: Readonly<Record<'wrote' | 'once' | 'file', boolean>> & { readonly age: number },
): Verdict {
  switch (estado) {
    case 'FALLIDO':
      return wrote || (file && age >= UNHEARD_MS) ? 'AGAIN' : 'WHEN_THEY_WRITE';
    case 'ENVIANDO':
    case 'INCIERTO':
      return age >= (wrote ? UNHEARD_BY_WHO_WRITES_MS : UNHEARD_MS) ? 'PERHAPS_AGAIN' : 'WAIT';
    // The provider has it and has not said that it could not be delivered.
    case 'ENVIADO':
      return once || age >= UNHEARD_MS ? 'PROVED' : 'WAIT';
    case 'PENDIENTE':
      return 'WAIT';
    default:
      return 'PROVED';
  }
}
