import type { Texts } from '../../../content/texts';
import { renderPage, type Site } from '../../base/http/layout';
import type { PublishedKeys } from '../../constancia/check-locally';
import { VerificarPiezas } from '../../constancia/verificar-piezas';
import type { Verification } from '../../constancia/verification-fields';
import { TextArea } from '../form-fields';
import { Rows } from '../rows';

interface VerifyPage {
  readonly token: string;
  readonly claves: PublishedKeys;
  /** Whether to ask for the token when it is missing; the first visit asks for nothing. */
  readonly tried?: boolean;
  readonly verification?: Verification;
}

const FIELDS = ['recepcion', 'radicado', 'recibido', 'radicadoEn', 'vence', 'anexos', 'clave'] as const;

/** Says whether a constancia is authentic: by pasting its token here, or by its QR with the page's script. */
export function verifyPage(site: Site, { token, claves, tried = false, verification }: VerifyPage): string {
  const t = site.content().texts;
  const titulo = t('web.verificar.titulo');
  const error = tried && token === '' ? t('web.error.tokenVacio') : undefined;
  const cuerpo = (
    <div class="ancho lectura">
      <h1>{titulo}</h1>
      <p class="entrada">{t('web.verificar.entrada')}</p>
      <div id="resultado" role="status" tabIndex={-1}>
        {verification && <Outcome t={t} verification={verification} />}
      </div>
      <form method="post" action="/verificar" novalidate class="formulario" id="verificar">
        <TextArea
          t={t}
          name="token"
          label={t('web.verificar.token')}
          hint={t('web.verificar.tokenAyuda')}
          value={token}
          error={error}
          rows={5}
        />
        <button class="boton">{t('web.verificar.boton')}</button>
      </form>
      <VerificarPiezas t={t} claves={claves} />
      <How t={t} />
    </div>
  );
  const title = error === undefined ? titulo : t('web.formulario.errorEnTitulo', { titulo });
  return renderPage(site, { titulo: title, cuerpo, scripts: ['/verificar.js'] });
}

const How = ({ t }: { readonly t: Texts }) => (
  <>
    <h2>{t('web.verificar.comoTitulo')}</h2>
    <ul>
      <li>{t('web.verificar.como1')}</li>
      <li>{t('web.verificar.como2')}</li>
      <li>{t('web.verificar.privado')}</li>
    </ul>
    <p>
      <a href="/verificador.html" download>
        {t('constancia.pantalla.verificador')}
      </a>
    </p>
    <p>{t('constancia.pantalla.verificadorExplica')}</p>
  </>
);

function Outcome({ t, verification }: { readonly t: Texts; readonly verification: Verification }) {
  const say = (key: string): string => t(`constancia.verificar.${key}`);
  if (!verification.valida) {
    return (
      <div class="comprobante mal">
        <p class="estado">{say(`invalida.${verification.motivo}`)}</p>
      </div>
    );
  }
  const { campos, prueba, fechaCumplida } = verification;
  const rows = FIELDS.filter((field) => campos[field] !== '').map(
    (field) => [say(`campo.${field}`), campos[field]] as const,
  );
  return (
    <div class="comprobante">
      <p class="estado">{say('valida')}</p>
      {prueba && <p class="plazo">{say('prueba')}</p>}
      {fechaCumplida && <p>{say('fechaCumplida')}</p>}
      <Rows t={t} rows={rows} />
    </div>
  );
}
