import type { Texts } from '../../../content/texts';
import { renderPage, type Site } from '../../base/http/layout';
import { dateInWords, instantInWords } from '../../base/kernel/local-date';
import type { Seguimiento } from '../../base/kernel/solicitud';
import { CaseButton } from '../case-button';
import { Rows, type Row } from '../rows';
import type { CaseKeys } from './case-keys';

/** The events of a case that are told to its citizen; the rest are of the office. */
const PASOS_VISIBLES: ReadonlySet<string> = new Set([
  'RADICADA',
  'RADICADA_EXTERNA',
  'ASIGNADA',
  'RECLASIFICADA',
  'REQUERIDA',
  'COMPLETADA',
  'PRORROGADA',
  'TRASLADADA',
  'RESPONDIDA',
  'DESISTIDA',
  'ANULADA',
]);

/** A case in plain words: state, due date and what has happened, without names and without the text. */
export function casePage(site: Site, seguimiento: Seguimiento, keys: CaseKeys): string {
  const t = site.content().texts;
  const { estado, vencida } = seguimiento;
  const titulo = t('web.seguimiento.resultado', { numero: seguimiento.radicado ?? seguimiento.recepcion });
  const cuerpo = (
    <div class="ancho lectura">
      <h1>{titulo}</h1>
      {seguimiento.prueba && <p class="nota">{t('web.marco.prueba')}</p>}
      <div class="comprobante">
        <p class="estado">{t(`estado.${estado}.nombre`)}</p>
        <p>{t(`estado.${estado}.explicacion`)}</p>
        {vencida && <p class="plazo">{t('web.seguimiento.vencida')}</p>}
      </div>
      <Rows t={t} rows={facts(t, seguimiento)} />
      <h2>{t('web.seguimiento.pasos')}</h2>
      <ol class="pasos">
        {seguimiento.pasos
          .filter(({ tipo }) => PASOS_VISIBLES.has(tipo))
          .map(({ tipo, en }) => (
            <li key={`${tipo}${en.getTime()}`}>
              <strong>{t(`web.paso.${tipo}`)}</strong>
              <time dateTime={en.toISOString()}>{instantInWords(en)}</time>
            </li>
          ))}
      </ol>
      <div class="acciones">
        <CaseButton action="/constancia" label={t('web.radicado.constancia')} {...keys} />
        <a class="boton secundario" href="/seguimiento">
          {t('web.seguimiento.otro')}
        </a>
      </div>
    </div>
  );
  return renderPage(site, { titulo, seccion: '/seguimiento', cuerpo });
}

function facts(t: Texts, seguimiento: Seguimiento): Row[] {
  const { radicado, recepcion, tipo, recibidoEn, vence, plazoPorConfirmar, dependencia } = seguimiento;
  const twoNumbers = radicado !== undefined && radicado !== recepcion;
  return [
    [t(plazoPorConfirmar ? 'web.seguimiento.estimada' : 'web.seguimiento.vence'), dateInWords(vence)],
    [t('web.radicado.tipo'), t(`tipo.${tipo}.nombre`)],
    [t('web.seguimiento.recibido'), instantInWords(recibidoEn)],
    ...(twoNumbers ? [[t('web.radicado.recepcion'), recepcion] as const] : []),
    ...(dependencia === undefined ? [] : [[t('web.seguimiento.dependencia'), dependencia] as const]),
  ];
}
