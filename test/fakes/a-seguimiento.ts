import type { Seguimiento } from '../../api/base/kernel/seguimiento';

/** A complaint received on 24 November 2026, in course. */
export const aSeguimiento = (over: Partial<Seguimiento> = {}): Seguimiento => ({
  recepcion: '2026-E-000123',
  tipo: 'RECLAMO',
  estado: 'EN_TRAMITE',
  recibidoEn: new Date('2026-11-24T09:00:00-05:00'),
  vence: '2026-12-16',
  venceImpreso: '2026-12-16',
  vencida: false,
  sigue: { que: 'RESPUESTA', hasta: '2026-12-16' },
  cuenta: {
    recibido: '2026-11-24',
    efectivo: '2026-11-24',
    dias: 15,
    prorroga: 0,
    primerDia: '2026-11-25',
    ultimoDia: '2026-12-16',
    festivos: [{ fecha: '2026-12-08', nombre: 'Inmaculada Concepción' }],
    locales: [],
  },
  cambios: [],
  pasos: [{ tipo: 'RADICADA', en: new Date('2026-11-24T09:00:00-05:00') }],
  mensajes: [],
  avisos: [],
  admiteMensajes: true,
  prueba: false,
  ...over,
});
