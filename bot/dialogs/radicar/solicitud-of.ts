import { puntosOf } from '../../../api/base/kernel/puntos-of';
import type { Canal } from '../../../api/base/kernel/vocabulary';
import { isSoloVoz } from '../../../api/base/kernel/voz';
import type { Identidad, Solicitud } from '../../ventanilla/ventanilla-unica';
import type { Draft } from './draft';
import { saysIsMinor } from './minor-signal';
import { isOfSomebody } from './next-step';

/** The draft as the Ventanilla receives it; `recibidoEn` is when the person said to send it. */
export function solicitudOf(draft: Draft, canal: Canal, recibidoEn: Date): Solicitud {
  const { clave, version, texto, tipo, tramite, lugar, anexos, noRecibidos, riesgoDeVida } = draft;
  const puntos = puntosIn(draft);
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
    ...(noRecibidos && { noRecibidos }),
    ...(puntos.length > 0 && { puntos }),
    ...(isSoloVoz(draft) && { presentacion: { verbal: true as const } }),
    ...(draft.contra && isOfSomebody(draft) && { contra: draft.contra }),
    recibidoEn,
    senales: menorDeEdad || riesgoDeVida ? { menorDeEdad, riesgoDeVida } : undefined,
  };
}

/** The demands of the text, unless the person said that it is one. */
export const puntosIn = ({ texto, unSoloPunto }: Draft): readonly string[] =>
  unSoloPunto ? [] : puntosOf(texto);

function identidadOf({ modo, nombre, documento, correo, telefono, direccion }: Draft): Identidad {
  if (modo === undefined || modo === 'ANONIMO') return { modo: 'ANONIMO' };
  return { modo, nombre, documento, correo, telefono, direccion };
}
