import { newKeyFile, parseKeys } from '../../api/base/sealing/keys';
import { createSealing } from '../../api/base/sealing/sealing';
import { type Pendiente, sealPendiente } from '../../api/pqrsd/por-radicar';

const sealing = createSealing(parseKeys(newKeyFile('AUTOGENERADA')));

/** A street lamp that waits for its number since `dia`. */
export const aPendiente = (clave: string, dia: string): Pendiente =>
  sealPendiente(
    clave,
    {
      canal: 'API',
      texto: 'La lampara de la esquina lleva una semana apagada',
      tipo: 'RECLAMO',
      identidad: { modo: 'ANONIMO' },
      anexos: [{ sha256: 'a'.repeat(64), nombre: 'foto.jpg', tipo: 'image/jpeg', bytes: 10 }],
      recibidoEn: new Date(`${dia}T09:00:00-05:00`),
    },
    sealing,
  );
