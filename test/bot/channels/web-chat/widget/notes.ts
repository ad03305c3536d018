import type { ClientListener } from '../../../../../bot/channels/web-chat/widget/client-ports';

/** Writes down what a person would see. */
export function notes(): ClientListener & { readonly seen: string[] } {
  const seen: string[] = [];
  return {
    seen,
    history: (items) => seen.push(`historial ${items.map(({ mensaje }) => mensaje.texto).join('|')}`.trim()),
    received: (all) => seen.push(...all.map(({ texto }) => `asistente ${texto}`)),
    written: ({ texto }) => seen.push(`usted ${texto}`),
    delivery: ({ texto }, delivery) =>
      seen.push(
        `${texto} ${delivery.estado}${delivery.estado === 'rechazado' ? `: ${delivery.mensaje}` : ''}`,
      ),
    connection: (state) => seen.push(`red ${state}`),
    typing: () => seen.push('escribiendo'),
    waiting: (seconds) => seen.push(`espera ${seconds}`),
    newSession: () => seen.push('sesión nueva'),
    noSession: () => seen.push('sin sesión'),
  };
}
