import type { Bloque, Fila } from '../../constancia/documento';

/** A part of a constancia: the same words as its PDF. */
export function BloqueHtml({ bloque }: { readonly bloque: Bloque }) {
  switch (bloque.tipo) {
    case 'filas':
      return <Filas filas={bloque.filas} />;
    case 'parrafo':
      return <p>{bloque.texto}</p>;
    case 'literal':
      return <p class="tal-cual">{bloque.texto}</p>;
    case 'fija':
      // Whole and without line breaks, so that it is copied at once.
      return (
        <p>
          <code class="huella">{bloque.texto.replaceAll('\n', '')}</code>
        </p>
      );
  }
}

const Filas = ({ filas }: { readonly filas: readonly Fila[] }) => (
  <dl class="ficha">
    {filas.map(({ etiqueta, valor, fija }, index) => (
      <div key={index}>
        <dt>{etiqueta}</dt>
        <dd class="tal-cual">{fija ? <code class="huella">{valor}</code> : valor}</dd>
      </div>
    ))}
  </dl>
);
