import type { ComponentChildren } from 'preact';
import { renderPage, type Site } from '../../base/http/layout';

interface TextPage {
  readonly titulo: string;
  readonly entrada: string;
  readonly children: ComponentChildren;
}

/** A page that only informs. */
export const textPage = (site: Site, { titulo, entrada, children }: TextPage): string =>
  renderPage(site, {
    titulo,
    cuerpo: (
      <div class="ancho lectura">
        <h1>{titulo}</h1>
        <p class="entrada">{entrada}</p>
        {children}
      </div>
    ),
  });

/** A title with its paragraphs. */
export const Part = ({
  titulo,
  parrafos,
}: {
  readonly titulo: string;
  readonly parrafos: readonly string[];
}) => (
  <>
    <h2>{titulo}</h2>
    {parrafos.map((parrafo) => (
      <p key={parrafo}>{parrafo}</p>
    ))}
  </>
);

/** A title with its list. */
export const ListPart = ({
  titulo,
  puntos,
}: {
  readonly titulo: string;
  readonly puntos: readonly string[];
}) => (
  <>
    <h2>{titulo}</h2>
    <ul>
      {puntos.map((punto) => (
        <li key={punto}>{punto}</li>
      ))}
    </ul>
  </>
);
