import type { AnexoRecibido, Solicitud } from './solicitud';

/** A voice note or another recording. */
export const isVoz = ({ tipo }: Pick<AnexoRecibido, 'tipo'>): boolean => tipo.startsWith('audio/');

/**
 * Presented by voice: all that is asked is in a recording (Decreto 1166 de 2016). With a text, the recording is one more
 * document of a written petition.
 */
export const isSoloVoz = ({ texto, anexos }: Pick<Solicitud, 'texto' | 'anexos'>): boolean =>
  texto.trim() === '' && anexos.some(isVoz);
