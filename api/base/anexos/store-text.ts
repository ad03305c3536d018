import type { StoreLongText } from '../kernel/long-text';
import type { Reserva } from '../reserva/reserva';
import type { Anexos } from './anexos';

/** Stores a text as a file. It is the petition itself, not an attachment of it: it is refused when filings are. */
export const storeTextIn =
  (anexos: Pick<Anexos, 'put'>, reserva: Pick<Reserva, 'admit'>): StoreLongText =>
  async (texto, nombre) => {
    const admitted = await reserva.admit('radicacion');
    return admitted.ok ? anexos.put(Buffer.from(texto, 'utf8'), { nombre, tipo: 'text/plain' }) : admitted;
  };
