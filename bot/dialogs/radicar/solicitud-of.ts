import type { Canal } from '../../../api/base/kernel/vocabulary';
import type { Identidad, Solicitud } from '../../ventanilla/ventanilla-unica';
import type { Draft } from './draft';
import { saysIsMinor } from './minor-signal';

/** The draft as the Ventanilla receives it; `recibidoEn` is when the person said to send it. */
export function solicitudOf(draft: Draft, canal: Canal, recibidoEn: Date): Solicitud {
  const { clave, version, texto, tipo, tramite, lugar, anexos, riesgoDeVida, parecidas } = draft;
  const menorDeEdad = saysIsMinor(texto);
  return {
    clave: version === 0 ? clave : `${clave}.${version}`,
    canal,
    texto,
    tipo,
    tramite,
    lugar,
    identidad: identidadOf(draft),
    anexos,
    ...(parecidas?.length && { relacionadas: parecidas.map(({ recepcion }) => recepcion) }),
    recibidoEn,
    senales: menorDeEdad || riesgoDeVida ? { menorDeEdad, riesgoDeVida } : undefined,
  };
}

function identidadOf({ modo, nombre, documento, correo, telefono, direccion }: Draft): Identidad {
  if (modo === undefined || modo === 'ANONIMO') return { modo: 'ANONIMO' };
  return { modo, nombre, documento, correo, telefono, direccion };
}
