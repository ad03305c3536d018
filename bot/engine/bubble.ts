import type { Option, OutboundMessage } from '../channels/channel';
import type { Say } from '../dialogs/dialog';

/** What one turn says, in order. `aviso` is the privacy notice that the bubble tells. */
export interface Bubble extends OutboundMessage {
  readonly aviso?: string;
}

/** Two things said in one bubble; the options are the later one's, when it has any. */
export function joinSays(first: Say | undefined, then: Say): Say {
  if (!first) return then;
  return {
    texto: [first.texto, then.texto].filter(Boolean).join('\n\n'),
    pregunta: then.pregunta,
    opciones: then.opciones?.length ? then.opciones : first.opciones,
    enlaces: [...(first.enlaces ?? []), ...(then.enlaces ?? [])],
    archivo: then.archivo ?? first.archivo,
    pide: then.pide,
    clase: then.clase ?? first.clase,
    aviso: then.aviso ?? first.aviso,
  };
}

const MAX_OPTIONS = 10;

/** At most ten options: `extra` enters only where there is room. */
export function bubbleOf(
  { texto, pregunta, opciones = [], enlaces = [], archivo, pide, clase, aviso }: Say,
  extra?: Option,
): Bubble {
  const all = extra && opciones.length < MAX_OPTIONS ? [...opciones, extra] : opciones;
  return {
    texto: [texto, pregunta].filter(Boolean).join('\n\n'),
    opciones: all.slice(0, MAX_OPTIONS),
    ...(enlaces.length > 0 ? { enlaces } : {}),
    ...(archivo && { archivo }),
    ...(pide && { pide }),
    ...(clase && { clase }),
    ...(aviso === undefined ? {} : { aviso }),
  };
}
