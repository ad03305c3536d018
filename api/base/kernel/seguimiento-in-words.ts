import { dateInWords, localDate } from './local-date';
import type { CambioDeFecha, Seguimiento } from './seguimiento';

/** The text under a key, with its values. */
type Texts = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** What comes next and by when; when an answer is late, also what the person may do. */
export function whatComesNext({ sigue: { que, hasta } }: Seguimiento, t: Texts): string {
  if (que === 'COMPLETAR' && hasta === undefined) return t('seguimiento.sigue.COMPLETAR_SIN_FECHA');
  return t(`seguimiento.sigue.${que}`, hasta === undefined ? undefined : { fecha: dateInWords(hasta) });
}

/** How the date was counted, a sentence each. */
export function countInWords({ cuenta, plazoPorConfirmar }: Seguimiento, t: Texts): readonly string[] {
  const { recibido, efectivo, dias, prorroga, primerDia, ultimoDia, festivos, locales, pausa } = cuenta;
  const say = (key: string, params?: Record<string, string | number>) =>
    t(`seguimiento.cuenta.${key}`, params);
  const list = (days: readonly { readonly fecha: string; readonly por: string }[]) =>
    days.map(({ fecha, por }) => `${dateInWords(fecha)} (${por})`).join('; ');
  return [
    say('recibida', { fecha: dateInWords(recibido) }),
    ...(efectivo === recibido ? [] : [say('efectiva', { fecha: dateInWords(efectivo) })]),
    ...(primerDia === undefined ? [] : [say('desde', { fecha: dateInWords(primerDia) })]),
    say(plazoPorConfirmar ? 'estimada' : 'dias', { dias }),
    ...(prorroga > 0 ? [say('prorroga', { dias: prorroga })] : []),
    ...(festivos.length > 0
      ? [say('festivos', { lista: list(festivos.map(({ fecha, nombre }) => ({ fecha, por: nombre }))) })]
      : []),
    ...(locales.length > 0
      ? [say('locales', { lista: list(locales.map(({ fecha, acto }) => ({ fecha, por: acto }))) })]
      : []),
    ...(pausa ? [say('pausa', { desde: dateInWords(pausa.desde), hasta: dateInWords(pausa.hasta) })] : []),
    say('resultado', { fecha: dateInWords(ultimoDia) }),
  ];
}

/** Why the date is not the one first told, oldest first; nothing when it never moved. */
export function changesInWords({ cambios, venceImpreso }: Seguimiento, t: Texts): readonly string[] {
  if (cambios.length === 0) return [];
  return [
    t('seguimiento.cambio.impresa', { fecha: dateInWords(venceImpreso) }),
    ...cambios.map((cambio) => changeInWords(cambio, t)),
  ];
}

function changeInWords({ causa, en, dias, tipo }: CambioDeFecha, t: Texts): string {
  const why = t(`seguimiento.cambio.${causa}`, {
    dias: dias ?? 0,
    tipo: tipo ? t(`tipo.${tipo}.nombre`) : '',
  });
  return en ? t('seguimiento.cambio.dia', { fecha: dateInWords(localDate(en)), porque: why }) : why;
}
