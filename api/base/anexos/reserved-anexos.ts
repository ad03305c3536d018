import type { Reserva } from '../reserva/reserva';
import type { AnexosStore } from './anexos';

/** The same attachments, refused with NO_SPACE_FOR_FILES when what is left of the disk is kept for filings. */
export function reservedAnexos(anexos: AnexosStore, reserva: Pick<Reserva, 'admit'>): AnexosStore {
  return {
    ...anexos,
    async put(content, about) {
      const admitted = await reserva.admit('anexo');
      return admitted.ok ? anexos.put(content, about) : admitted;
    },
  };
}
