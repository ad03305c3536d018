import type { Texts } from '../../../content/texts';
import { renderPage, type Site } from '../../base/http/layout';
import type { ConstanciaPantalla } from '../../constancia/constancia-pantalla';
import type { Encabezado } from '../../constancia/documento';
import { CaseButton } from '../case-button';
import type { CaseKeys } from '../seguimiento/case-keys';
import { BloqueHtml } from './bloques';
import { CONSTANCIA } from './paths';
import { QrSvg } from './qr-svg';

/** The constancia to be read, listened to or printed without opening a PDF; with the proofs of its case. */
export function constanciaPage(site: Site, constancia: ConstanciaPantalla, keys: CaseKeys): string {
  const t = site.content().texts;
  const { documento, prueba } = constancia;
  const { encabezado } = documento;
  const cuerpo = (
    <article class="ancho lectura constancia">
      <h1>{encabezado.titulo}</h1>
      {prueba && (
        <p class="nota">
          <strong>{t('constancia.prueba')}</strong>. {t('constancia.pruebaExplica')}
        </p>
      )}
      <p>
        {encabezado.entidad}, {encabezado.lugar}
      </p>
      <div class="constancia-cabeza">
        <Facts encabezado={encabezado} />
        <Qr t={t} constancia={constancia} />
      </div>
      {documento.secciones.map(({ titulo, bloques }) => (
        <section key={titulo}>
          <h2>{titulo}</h2>
          {bloques.map((bloque, index) => (
            <BloqueHtml key={index} bloque={bloque} />
          ))}
        </section>
      ))}
      <Pruebas t={t} sello={constancia.sello} keys={keys} />
    </article>
  );
  return renderPage(site, { titulo: documento.titulo, seccion: '/seguimiento', cuerpo });
}

const Facts = ({ encabezado }: { readonly encabezado: Encabezado }) => (
  <dl class="ficha">
    <div>
      <dt>{encabezado.numeroEtiqueta}</dt>
      <dd>
        <strong>{encabezado.numero}</strong>
        {encabezado.enEspera && <p>{encabezado.enEspera}</p>}
      </dd>
    </div>
    <div>
      <dt>{encabezado.codigoEtiqueta}</dt>
      <dd>
        <strong>{encabezado.codigo}</strong>
      </dd>
    </div>
    <div>
      <dt>{encabezado.venceTitulo}</dt>
      <dd>
        <strong>{encabezado.vence}</strong>
        <p>{encabezado.venceNota}</p>
      </dd>
    </div>
  </dl>
);

function Qr({ t, constancia }: { readonly t: Texts; readonly constancia: ConstanciaPantalla }) {
  const { address, qr } = constancia;
  const pagina = address.slice(0, address.indexOf('#'));
  return (
    <div class="constancia-qr">
      <QrSvg qr={qr} alt={t('constancia.qrAlt', { pagina })} />
      <p>
        <a href={address}>{t('constancia.pantalla.verificar')}</a>
      </p>
    </div>
  );
}

interface PruebasProps {
  readonly t: Texts;
  readonly sello: ConstanciaPantalla['sello'];
  readonly keys: CaseKeys;
}

function Pruebas({ t, sello, keys }: PruebasProps) {
  const say = (key: string): string => t(`constancia.pantalla.${key}`);
  return (
    <section class="no-imprimir">
      <h2>{say('pruebas')}</h2>
      <p>{say('pruebaTerminoExplica')}</p>
      <p>{say('pruebaSelloExplica')}</p>
      <p>{sello.explicacion}</p>
      <div class="acciones">
        <CaseButton action={CONSTANCIA.pdf} label={t('web.radicado.constancia')} {...keys} />
        <CaseButton action={CONSTANCIA.pruebaTermino} label={say('pruebaTermino')} secondary {...keys} />
        {sello.estado === 'LISTA' && (
          <CaseButton action={CONSTANCIA.pruebaSello} label={say('pruebaSello')} secondary {...keys} />
        )}
      </div>
      <p>
        <a href="/verificador.html" download>
          {say('verificador')}
        </a>
      </p>
      <p>{say('verificadorExplica')}</p>
    </section>
  );
}
