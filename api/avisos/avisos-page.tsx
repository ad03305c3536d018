import type { Texts } from '../../content/texts';
import { renderPage, type Site } from '../base/http/layout';
import { dateInWords, instantInWords } from '../base/kernel/local-date';
import { retiroDe } from './aviso';
import type { AvisoEnLista } from './avisos';

interface Listing {
  readonly avisos: readonly AvisoEnLista[];
  /** The removed ones, or those posted today. */
  readonly retirados: boolean;
  /** The id after which the next page begins, when there is one. */
  readonly siguiente?: string;
}

/** The public list of notices, with their dates; the removed ones keep their title and fingerprint. */
export function avisosPage(site: Site, { avisos, retirados, siguiente }: Listing): string {
  const t = site.content().texts;
  const titulo = t('avisos.titulo');
  const cuerpo = (
    <div class="ancho">
      <div class="lectura">
        <h1>{titulo}</h1>
        <p class="entrada">{t('avisos.entrada')}</p>
        <p>{t('avisos.anonimas')}</p>
        <h2>{t(retirados ? 'avisos.retirados' : 'avisos.vigentes')}</h2>
        {retirados && <p>{t('avisos.retiradosEntrada')}</p>}
        {avisos.length === 0 && <p>{t(retirados ? 'avisos.ningunoRetirado' : 'avisos.ninguno')}</p>}
      </div>
      {avisos.length > 0 && (
        <ul class="tarjetas">
          {avisos.map((aviso) => (
            <Card t={t} aviso={aviso} key={aviso._id} />
          ))}
        </ul>
      )}
      <p>
        {siguiente !== undefined && (
          <>
            <a href={`/avisos?${retirados ? 'retirados=si&' : ''}despues=${siguiente}`}>{t('avisos.mas')}</a>
            {' · '}
          </>
        )}
        <a href={retirados ? '/avisos' : '/avisos?retirados=si'}>
          {t(retirados ? 'avisos.verVigentes' : 'avisos.verRetirados')}
        </a>
      </p>
    </div>
  );
  return renderPage(site, { titulo, seccion: '/avisos', cuerpo });
}

const Card = ({ t, aviso }: { readonly t: Texts; readonly aviso: AvisoEnLista }) => (
  <li class="tarjeta">
    <h3>
      <a href={`/avisos/${aviso._id}`}>{aviso.titulo}</a>
    </h3>
    <p>{t(`avisos.clase.${aviso.clase}`)}</p>
    {aviso.radicado !== undefined && <p>{`${t('avisos.radicado')}: ${aviso.radicado}`}</p>}
    {datesOf(t, aviso).map(([name, value]) => (
      <p key={name}>{`${name}: ${value}`}</p>
    ))}
    {aviso.desfijadoEn !== undefined && <p class="quebrar">{`${t('avisos.huella')}: ${aviso.huella}`}</p>}
  </li>
);

/** When it was posted, and when it was or will be removed. */
export const datesOf = (t: Texts, aviso: Omit<AvisoEnLista, '_id'>): [name: string, value: string][] => [
  ...(aviso.fijadoEn ? [[t('avisos.fijado'), instantInWords(aviso.fijadoEn)] as [string, string]] : []),
  aviso.desfijadoEn === undefined
    ? [t('avisos.desfija'), dateInWords(aviso.desfijaEl)]
    : [t('avisos.desfijado'), dateInWords(retiroDe(aviso))],
];
