import { telefonosConfirmados } from '../../content/schemas/entidad';
import type { Texts } from '../../content/texts';
import { renderPage, type Site } from '../base/http/layout';
import { instantInWords } from '../base/kernel/local-date';
import type { Result } from '../base/kernel/result';
import { TextArea } from '../paginas/form-fields';
import type { Certificado, FallaCertificado } from './certificado';
import { durationInWords } from './duration';
import type { Interrupcion } from './interrupcion';
import { SILENCIO_MS } from './latido';
import { PAGINA } from './ports';

export interface DisponibilidadPage {
  readonly lista: readonly Interrupcion[];
  readonly ahora: Date;
  /** Since when signs are kept; absent when none was left yet. */
  readonly desde?: Date;
  /** Whether these are not the latest. */
  readonly anteriores: boolean;
  readonly verificado?: { readonly token: string; readonly dice: Result<Certificado, FallaCertificado> };
}

/** When the service could not receive, in the open, with a certificate of each interruption. */
export function disponibilidadPage(site: Site, page: DisponibilidadPage): string {
  const { texts: t, entidad } = site.content();
  const { lista, ahora, desde, verificado } = page;
  const titulo = t('disponibilidad.titulo');
  const planned = lista.filter((one) => one.desde > ahora);
  const past = lista.filter((one) => one.desde <= ahora);
  const [telefono] = telefonosConfirmados(entidad);
  const { direccion, correo } = entidad;
  const cuerpo = (
    <div class="ancho lectura">
      <h1>{titulo}</h1>
      <p class="entrada">{t('disponibilidad.entrada')}</p>
      {verificado && <Verified t={t} {...verificado} />}
      {planned.length > 0 && <h2>{t('disponibilidad.anunciadasTitulo')}</h2>}
      {planned.length > 0 && <List t={t} lista={planned} />}
      <h2>{t('disponibilidad.listaTitulo')}</h2>
      {past.length === 0 ? <p>{t('disponibilidad.ninguna')}</p> : <List t={t} lista={past} />}
      <Older t={t} {...page} />
      <h2>{t('disponibilidad.otroMedioTitulo')}</h2>
      <p>
        {t('disponibilidad.otroMedio', { direccion, correo })}{' '}
        {telefono && t('disponibilidad.telefono', { telefono })}
      </p>
      <How t={t} desde={desde} />
      <VerifyForm t={t} token={verificado?.token ?? ''} />
    </div>
  );
  return renderPage(site, { titulo, cuerpo });
}

const List = ({ t, lista }: { readonly t: Texts; readonly lista: readonly Interrupcion[] }) => (
  <ul class="interrupciones">
    {lista.map(({ id, causa, desde, hasta, anotaciones }) => (
      <li key={id}>
        <strong>
          <time datetime={desde.toISOString()}>{instantInWords(desde)}</time>
        </strong>
        <p>{t(`disponibilidad.causa.${causa}`)}</p>
        <p>
          {hasta
            ? `${t('disponibilidad.campo.hasta')}: ${instantInWords(hasta)} (${durationInWords(t, desde, hasta)})`
            : t('disponibilidad.sigue')}
        </p>
        {anotaciones.map(({ motivo }) => (
          <p key={motivo}>{`${t('disponibilidad.campo.motivo')}: ${motivo}`}</p>
        ))}
        <a href={`/disponibilidad/${id}`} aria-label={`${t('disponibilidad.certificado')}: ${id}`}>
          {t('disponibilidad.certificado')}
        </a>
      </li>
    ))}
  </ul>
);

function Older({ t, lista, anteriores }: { readonly t: Texts } & DisponibilidadPage) {
  const last = lista.at(-1);
  const more = lista.length >= PAGINA && last !== undefined;
  if (!more && !anteriores) return null;
  return (
    <p>
      {anteriores && <a href="/disponibilidad">{t('disponibilidad.ultimas')}</a>}{' '}
      {more && <a href={`/disponibilidad?antes=${last.desde.getTime()}`}>{t('disponibilidad.anteriores')}</a>}
    </p>
  );
}

const How = ({ t, desde }: { readonly t: Texts; readonly desde?: Date }) => (
  <>
    <h2>{t('disponibilidad.comoTitulo')}</h2>
    <ul>
      <li>
        {desde
          ? t('disponibilidad.desde', { fecha: instantInWords(desde) })
          : t('disponibilidad.sinRegistro')}
      </li>
      <li>{t('disponibilidad.como1')}</li>
      <li>{t('disponibilidad.como2', { minutos: SILENCIO_MS / 60_000 })}</li>
      <li>{t('disponibilidad.como3')}</li>
      <li>{t('disponibilidad.como4')}</li>
    </ul>
  </>
);

const VerifyForm = ({ t, token }: { readonly t: Texts; readonly token: string }) => (
  <>
    <h2 id="verificar">{t('disponibilidad.verificarTitulo')}</h2>
    <form method="post" action="/disponibilidad/verificar" class="formulario">
      <TextArea
        t={t}
        name="token"
        label={t('disponibilidad.codigo')}
        hint={t('disponibilidad.verificarAyuda')}
        value={token}
        rows={4}
      />
      <button class="boton secundario">{t('disponibilidad.verificarBoton')}</button>
    </form>
  </>
);

type Verified = NonNullable<DisponibilidadPage['verificado']>;

function Verified({ t, dice }: { readonly t: Texts } & Verified) {
  if (!dice.ok) {
    return (
      <div class="comprobante mal" role="status" tabIndex={-1} autofocus>
        <p class="estado">{t(`disponibilidad.invalido.${dice.failure}`)}</p>
      </div>
    );
  }
  const { causa, desde, hasta, prueba } = dice.value;
  return (
    <div class="comprobante" role="status" tabIndex={-1} autofocus>
      <p class="estado">{t('disponibilidad.valido')}</p>
      {prueba && <p class="plazo">{t('web.marco.prueba')}</p>}
      <p>{t(`disponibilidad.causa.${causa}`)}</p>
      <p>{`${t('disponibilidad.campo.desde')}: ${instantInWords(desde)}`}</p>
      <p>
        {hasta ? `${t('disponibilidad.campo.hasta')}: ${instantInWords(hasta)}` : t('disponibilidad.sigue')}
      </p>
    </div>
  );
}
