import { createHash } from 'node:crypto';
import { render } from 'preact-render-to-string';
import type { Texts } from '../../../content/texts';

export interface VerificadorParts {
  readonly t: Texts;
  /** The words that the script shows, by key. */
  readonly palabras: Readonly<Record<string, string>>;
  readonly script: string;
  readonly style: string;
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Where the program puts the public keys when the file is downloaded. */
export const KEYS_PLACE = '<script type="application/json" id="claves">null</script>';

/**
 * The verifier as one file that asks nothing of the network: its policy lets nothing run or load but its own script and
 * style. The public keys stand in a block of data, so that adding them changes neither.
 */
export const verificadorHtml = (parts: VerificadorParts): string =>
  `<!doctype html>${render(<Verificador {...parts} />).replace(KEYS_MARK, KEYS_PLACE)}\n`;

const KEYS_MARK = '<template id="claves"></template>';

// A data block must not close itself; what is inside JSON strings may be written so.
const dataOf = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

function Verificador({ t, palabras, script, style }: VerificadorParts) {
  const say = (key: string): string => t(`verificador.${key}`);
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;
  return (
    <html lang="es-CO">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{say('titulo')}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>
          <h1>{say('titulo')}</h1>
          <p>{say('entrada')}</p>
          <noscript>
            <p class="prueba">{say('sinScript')}</p>
          </noscript>
          <Input say={say} />
          <Comparison t={t} />
          <Meanings say={say} />
          <Keys say={say} />
        </main>
        <template id="claves" />
        <script
          type="application/json"
          id="palabras"
          dangerouslySetInnerHTML={{ __html: dataOf(palabras) }}
        />
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  );
}

type Say = (key: string) => string;

const Input = ({ say }: { readonly say: Say }) => (
  <>
    <form id="comprobar" novalidate>
      <label for="entrada">{say('pegar')}</label>
      <textarea id="entrada" rows={6} autocomplete="off" spellcheck={false} />
      <label for="archivo">{say('escoger')}</label>
      <p class="pista" id="archivo-ayuda">
        {say('escogerAyuda')}
      </p>
      <input id="archivo" type="file" aria-describedby="archivo-ayuda" />
      <button>{say('comprobar')}</button>
    </form>
    <div id="resultado" role="status" tabIndex={-1} />
  </>
);

function Comparison({ t }: { readonly t: Texts }) {
  const say = (key: string): string => t(`constancia.verificar.cotejo.${key}`);
  return (
    <section id="cotejo" aria-labelledby="cotejo-titulo" hidden>
      <h2 id="cotejo-titulo">{say('titulo')}</h2>
      <p>{say('explica')}</p>
      <label for="cotejo-texto">{say('texto')}</label>
      <textarea id="cotejo-texto" rows={5} autocomplete="off" spellcheck={false} />
      <button type="button" id="cotejo-comparar">
        {say('compararTexto')}
      </button>
      <label for="cotejo-archivos">{say('archivos')}</label>
      <p class="pista" id="cotejo-conjunto" hidden>
        {say('conjunto')}
      </p>
      <input id="cotejo-archivos" type="file" multiple aria-describedby="cotejo-conjunto" />
      <div role="status">
        <ul id="cotejo-resultado" />
      </div>
    </section>
  );
}

const Meanings = ({ say }: { readonly say: Say }) => (
  <section>
    <h2>{say('significa.titulo')}</h2>
    <ul>
      <li>{say('significa.VALIDA')}</li>
      <li>{say('significa.NO_VALIDA')}</li>
      <li>{say('significa.NO_SE_PUEDE')}</li>
    </ul>
  </section>
);

const Keys = ({ say }: { readonly say: Say }) => (
  <section>
    <h2>{say('claves.titulo')}</h2>
    <p>{say('claves.explica')}</p>
    <div id="lista" />
    <details>
      <summary>{say('claves.otra')}</summary>
      <label for="lista-texto">{say('claves.pegarLista')}</label>
      <textarea id="lista-texto" rows={4} autocomplete="off" spellcheck={false} />
      <label for="lista-archivo">{say('claves.escogerLista')}</label>
      <input id="lista-archivo" type="file" />
      <button type="button" id="lista-usar">
        {say('claves.usar')}
      </button>
    </details>
    <p id="lista-aviso" role="status" />
  </section>
);
