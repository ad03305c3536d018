import { type Aviso, huellaOf } from '../../api/avisos/aviso';
import { newKeyFile, parseKeys } from '../../api/base/sealing/keys';
import { createSealing } from '../../api/base/sealing/sealing';

const sealing = createSealing(parseKeys(newKeyFile('PROPIA')));

/** A notice for everybody, posted until the end of November. */
export function anAviso(over: Partial<Aviso> = {}): Aviso {
  const aviso: Aviso = {
    _id: '20261124T140000-00000001',
    entidad: 'candelaria-valle',
    esquema: 1,
    libro: 'PRUEBA',
    clase: 'GENERAL',
    estado: 'FIJADO',
    titulo: 'Cierre de la vía',
    texto: 'El puente se cierra el viernes.',
    desfijaEl: '2026-11-30',
    preparadoEn: new Date('2026-11-24T14:00:00Z'),
    fijadoEn: new Date('2026-11-24T14:00:01Z'),
    publicadoPor: sealing.seal('Ana Ruiz', 'aviso.persona'),
    huella: '',
    ...over,
  };
  return { ...aviso, huella: over.huella ?? huellaOf(aviso) };
}
