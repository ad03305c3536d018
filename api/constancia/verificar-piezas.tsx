import type { Texts } from '../../content/texts';
import type { PublishedKeys } from './check-locally';
import type { VerificationFields } from './verification-fields';

interface Piezas {
  readonly t: Texts;
  /** What `publishedKeys` gives. */
  readonly claves: PublishedKeys;
}

const FIELDS: readonly (keyof VerificationFields)[] = [
  'recepcion',
  'radicado',
  'recibido',
  'radicadoEn',
  'vence',
  'anexos',
  'clave',
];
const FAULTS = ['MALFORMED', 'UNKNOWN_VERSION', 'UNKNOWN_KEY', 'BAD_SIGNATURE'] as const;
const COTEJOS = [
  'TEXTO_IGUAL',
  'TEXTO_DISTINTO',
  'ARCHIVO_IGUAL',
  'ARCHIVO_ES_TEXTO',
  'ARCHIVO_DISTINTO',
  'CONJUNTO_IGUAL',
  'CONJUNTO_DISTINTO',
] as const;

/**
 * What `/verificar.js` needs on the page, once: the public keys, the words of each result, and the part that compares a
 * text and files without sending them. Nothing of it shows until the script does. The page also has the form
 * `#verificar` with its field `token`, and the element `#resultado`; without these pieces the script only carries the
 * token of the address to that form and sends it.
 */
export const VerificarPiezas = ({ t, claves }: Piezas) => (
  <>
    <template id="verificar-piezas" data-claves={JSON.stringify(claves)}>
      <Valida t={t} />
      {FAULTS.map((fault) => (
        <div key={fault} class="comprobante mal" data-invalida={fault}>
          <p class="estado">{t(`constancia.verificar.invalida.${fault}`)}</p>
        </div>
      ))}
      {COTEJOS.map((cotejo) => (
        <li key={cotejo} data-cotejo={cotejo}>
          <strong data-nombre="" /> <span>{t(`constancia.verificar.cotejo.${cotejo}`)}</span>
        </li>
      ))}
    </template>
    <Comparar t={t} />
  </>
);

const Valida = ({ t }: { readonly t: Texts }) => (
  <div class="comprobante" data-valida="">
    <p class="estado">{t('constancia.verificar.valida')}</p>
    <p class="plazo" data-si="prueba">
      {t('constancia.verificar.prueba')}
    </p>
    <p data-si="fechaCumplida">{t('constancia.verificar.fechaCumplida')}</p>
    <dl class="ficha">
      {FIELDS.map((field) => (
        <div key={field}>
          <dt>{t(`constancia.verificar.campo.${field}`)}</dt>
          <dd class="tal-cual" data-campo={field} />
        </div>
      ))}
    </dl>
  </div>
);

function Comparar({ t }: { readonly t: Texts }) {
  const say = (key: string): string => t(`constancia.verificar.cotejo.${key}`);
  return (
    <section id="cotejo" aria-labelledby="cotejo-titulo" hidden>
      <h2 id="cotejo-titulo">{say('titulo')}</h2>
      <p>{say('explica')}</p>
      <div class="campo">
        <label for="cotejo-texto">{say('texto')}</label>
        <textarea id="cotejo-texto" rows={5} autocomplete="off" spellcheck={false} />
      </div>
      <button type="button" class="boton" id="cotejo-comparar">
        {say('compararTexto')}
      </button>
      <div class="campo">
        <label for="cotejo-archivos">{say('archivos')}</label>
        <p class="pista" id="cotejo-conjunto" hidden>
          {say('conjunto')}
        </p>
        <input id="cotejo-archivos" type="file" multiple aria-describedby="cotejo-conjunto" />
      </div>
      <div role="status">
        <ul id="cotejo-resultado" />
      </div>
    </section>
  );
}
