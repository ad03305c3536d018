import type { Texts } from '../../../content/texts';
import type { Tramite } from '../../../content/schemas/tramite';
import { renderPage, type Site } from '../../base/http/layout';
import { confusedWith } from '../../../content/confused-tramites';

/** Two trámites side by side, in what may be told of each. */
export function comparePage(site: Site, a: Tramite, b: Tramite): string {
  const content = site.content();
  const t = content.texts;
  const difference = confusedWith(a, content.tramites).find(({ otro }) => otro.id === b.id)?.diferencia;
  const titulo = t('comparar.titulo');
  const cuerpo = (
    <div class="ancho">
      <p class="volver">
        <a href="/tramites">{t('web.tramites.volver')}</a>
      </p>
      <h1>{titulo}</h1>
      {difference !== undefined && <p class="entrada">{difference}</p>}
      <Comparison t={t} a={a} b={b} />
      <ul>
        {[a, b].map((one) => (
          <li key={one.id}>
            <a href={`/tramites/${one.id}`}>{one.nombre}</a>
          </li>
        ))}
      </ul>
    </div>
  );
  return renderPage(site, { titulo, seccion: '/tramites', cuerpo });
}

const Comparison = ({ t, a, b }: { readonly t: Texts; readonly a: Tramite; readonly b: Tramite }) => (
  <table class="comparacion">
    <caption>{t('comparar.leyenda', { a: a.nombre, b: b.nombre })}</caption>
    <thead>
      <tr>
        <td />
        {[a, b].map(({ id, nombre }) => (
          <th scope="col" key={id}>
            {nombre}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rowsOf(t, a).map(([name, left], index) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td data-de={a.nombre}>{left}</td>
          <td data-de={b.nombre}>{rowsOf(t, b)[index]?.[1]}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** Only what is confirmed is told; the rest says that it is not. */
function rowsOf(
  t: Texts,
  { paraQue, quien, requisitos, costo, termino, fuente }: Tramite,
): [string, string][] {
  const told = ({ texto, confirmado }: { readonly texto: string | null; readonly confirmado: boolean }) =>
    confirmado && texto !== null ? texto : t('comparar.sinConfirmar');
  const whole = requisitos.length > 0 && requisitos.every(({ confirmado }) => confirmado);
  return [
    [t('comparar.paraQue'), paraQue],
    [t('comparar.quien'), quien],
    [
      t('comparar.requisitos'),
      whole ? requisitos.map(({ texto }) => texto).join('; ') : t('comparar.sinConfirmar'),
    ],
    [t('comparar.costo'), told(costo)],
    [t('comparar.termino'), told(termino)],
    [t('comparar.fuente'), fuente],
  ];
}
