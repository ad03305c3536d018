import type { Texts } from '../../content/texts';

const MINUTE = 60_000;

/** How long it was, in words; whole minutes, never rounded up. */
export function durationInWords(t: Texts, desde: Date, hasta: Date): string {
  const minutes = Math.floor((hasta.getTime() - desde.getTime()) / MINUTE);
  if (minutes < 1) return t('disponibilidad.menosDeUno');
  if (minutes < 60) return t('disponibilidad.minutos', { minutos: minutes });
  return t('disponibilidad.horas', { horas: Math.floor(minutes / 60), minutos: minutes % 60 });
}
