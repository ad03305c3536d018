import type { Texts } from '../../content/texts';
import { renderPage, type Site } from '../base/http/layout';
import { instantInWords } from '../base/kernel/local-date';
import { Rows, type Row } from '../paginas/rows';
import { durationInWords } from './duration';
import { esRegistrada, type Interrupcion } from './interrupcion';

interface CertificadoPage {
  readonly interrupcion: Interrupcion;
  readonly expedidoEn: Date;
  readonly token: string;
  readonly kid: string;
}

/** The certificate of one interruption, to read, print or download with its signature. */
export function certificadoPage(
  site: Site,
  { interrupcion, expedidoEn, token, kid }: CertificadoPage,
): string {
  const { texts: t, entidad } = site.content();
  const titulo = t('disponibilidad.certificadoTitulo');
  const who = esRegistrada(interrupcion) ? 'certificadoEntrada' : 'certificadoReportada';
  const issued: Row[] = [
    [t('disponibilidad.campo.expedido'), instantInWords(expedidoEn)],
    [t('disponibilidad.campo.clave'), kid],
  ];
  const cuerpo = (
    <div class="ancho lectura">
      <p class="volver">
        <a href="/disponibilidad">{t('disponibilidad.volver')}</a>
      </p>
      <h1>{titulo}</h1>
      <p class="entrada">{t(`disponibilidad.${who}`, { entidad: entidad.nombre })}</p>
      {site.prueba && <p class="nota">{t('web.marco.prueba')}</p>}
      <div class="comprobante">
        <Rows t={t} rows={[...factsOf(t, interrupcion), ...issued]} />
      </div>
      <p>{t('disponibilidad.certificadoNota')}</p>
      <div class="acciones">
        <a class="boton" href={`/disponibilidad/${interrupcion.id}.json`}>
          {t('disponibilidad.bajar')}
        </a>
        <button type="button" class="boton secundario" data-imprimir hidden>
          {t('disponibilidad.imprimir')}
        </button>
      </div>
      <h2>{t('disponibilidad.codigo')}</h2>
      <p class="tal-cual">
        <code>{token}</code>
      </p>
    </div>
  );
  return renderPage(site, { titulo, cuerpo, scripts: ['/mejoras.js'] });
}

export const factsOf = (t: Texts, { id, causa, desde, hasta, anotaciones }: Interrupcion): Row[] => [
  [t('disponibilidad.campo.identificacion'), id],
  [t('disponibilidad.campo.causa'), t(`disponibilidad.causa.${causa}`)],
  [t('disponibilidad.campo.desde'), instantInWords(desde)],
  [t('disponibilidad.campo.hasta'), hasta ? instantInWords(hasta) : t('disponibilidad.sigue')],
  ...(hasta ? [[t('disponibilidad.campo.duracion'), durationInWords(t, desde, hasta)] as const] : []),
  ...anotaciones.map(({ motivo }) => [t('disponibilidad.campo.motivo'), motivo] as const),
];
