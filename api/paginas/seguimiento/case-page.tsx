import type { Texts } from '../../../content/texts';
import { renderPage, type Site } from '../../base/http/layout';
import { dateInWords, instantInWords } from '../../base/kernel/local-date';
import type { Seguimiento } from '../../base/kernel/seguimiento';
import { whatComesNext } from '../../base/kernel/seguimiento-in-words';
import { ConstanciaButtons } from '../constancia/constancia-buttons';
import { ErrorSummary } from '../form-fields';
import { Rows, type Row } from '../rows';
import { type BoxForm, CaseBox } from './case-box';
import { CaseAvisos } from './case-avisos';
import { CaseDates } from './case-dates';
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
  'ADICIONADA',
  'PREGUNTADA',
  'ESCUCHADA',
  'AVISO_FIJADO',
  'AVISO_DESFIJADO',
  'FECHA_RECALCULADA',
  'NOTIFICADA',
]);

interface CasePage {
  readonly caso: Seguimiento;
  readonly keys: CaseKeys;
  readonly form: BoxForm;
  /** Something was just added to it. */
  readonly agregado?: boolean;
}

/** A case in plain words: what comes next, its dates, what has happened and its messages. Neither name nor petition. */
export function casePage(site: Site, { caso, keys, form, agregado = false }: CasePage): string {
  const t = site.content().texts;
  const { estado, vencida } = caso;
  const titulo = t('web.seguimiento.resultado', { numero: caso.radicado ?? caso.recepcion });
  const cuerpo = (
    <div class="ancho lectura">
      {form.error && (
        <ErrorSummary
          titulo={t('web.formulario.resumenErrores')}
          errores={[{ campo: 'mensaje', mensaje: form.error }]}
          nota={t('seguimiento.buzon.otraVez')}
        />
      )}
      <h1>{titulo}</h1>
      {caso.prueba && <p class="nota">{t('web.marco.prueba')}</p>}
      {agregado && (
        <p class="nota" role="status">
          {t('seguimiento.buzon.agregado')}
        </p>
      )}
      <div class="comprobante">
        <p class="estado">{t(`estado.${estado}.nombre`)}</p>
        <p>{t(`estado.${estado}.explicacion`)}</p>
        <p class={vencida ? 'plazo' : undefined}>{whatComesNext(caso, t)}</p>
      </div>
      <Rows t={t} rows={facts(t, caso)} />
      <CaseDates t={t} caso={caso} />
      <CaseBox t={t} caso={caso} keys={keys} form={form} />
      <Steps t={t} caso={caso} />
      <div class="acciones">
        <ConstanciaButtons t={t} keys={keys} />
        <a class="boton secundario" href="/seguimiento">
          {t('web.seguimiento.otro')}
        </a>
      </div>
    </div>
  );
  const title = form.error === undefined ? titulo : t('web.formulario.errorEnTitulo', { titulo });
  return renderPage(site, { titulo: title, seccion: '/seguimiento', cuerpo });
}

const Steps = ({ t, caso }: { readonly t: Texts; readonly caso: Seguimiento }) => (
  <>
    <CaseAvisos t={t} avisos={caso.avisos} />
    <h2>{t('web.seguimiento.pasos')}</h2>
    <ol class="pasos">
      {caso.pasos
        .filter(({ tipo }) => PASOS_VISIBLES.has(tipo))
        .map(({ tipo, en, medio }) => (
          <li key={`${tipo}${en.getTime()}`}>
            <strong>{t(medio ? `notificacion.paso.${medio}` : `web.paso.${tipo}`)}</strong>
            <time dateTime={en.toISOString()}>{instantInWords(en)}</time>
          </li>
        ))}
    </ol>
  </>
);

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
