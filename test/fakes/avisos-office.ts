import { createAvisos } from '../../api/avisos/create-avisos';
import type { Pedido } from '../../api/avisos/post-aviso';
import { silentLogger } from '../../api/base/kernel/logger';
import { valueOf } from '../../api/base/kernel/result';
import type { Identidad } from '../../api/base/kernel/solicitud';
import { MemoryAvisos } from './memory-avisos';
import { pqrsdOffice, solicitud } from './pqrsd-office';

/** One case filed on 24 November 2026, and the notices about it. `dies` makes the next order on the case throw. */
export async function avisosOffice(identidad: Identidad = { modo: 'ANONIMO' }) {
  const office = pqrsdOffice();
  const { radicado = '' } = valueOf(await office.filePqrsd(solicitud({ identidad })));
  const avisos = new MemoryAvisos();
  const death = { before: false, after: false };
  const uso = createAvisos({
    ...office,
    entidad: 'candelaria-valle',
    libro: 'PRUEBA',
    avisos,
    logger: silentLogger,
    async applyOrden(...args) {
      if (death.before) throw new Error('killed before the event');
      const applied = await office.applyOrden(...args);
      if (death.after) throw new Error('killed after the event');
      return applied;
    },
  });
  const pedido = (over: Partial<Pedido> = {}): Pedido => ({
    clase: 'RESPUESTA_ANONIMA',
    titulo: 'Respuesta sobre la lámpara',
    texto: 'La lámpara se cambió el viernes.',
    numero: radicado,
    desfijaEl: '2026-11-30',
    quien: 'Ana Ruiz',
    anonimizado: false,
    ...over,
  });
  const theCase = () => office.book.pages[0]!;
  const only = () => [...avisos.kept.values()][0]!;
  const events = () => theCase().eventos.filter(({ tipo }) => tipo.startsWith('AVISO_'));
  return { ...office, ...uso, avisos, death, pedido, theCase, only, events };
}
