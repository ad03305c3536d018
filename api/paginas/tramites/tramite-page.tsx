import type { Tramite } from '../../../content/schemas/tramite';
import { tramiteCard } from '../../../content/tramite-card';
import type { Texts } from '../../../content/texts';
import { renderPage, type Site } from '../../base/http/layout';
import { dateInWords } from '../../base/kernel/local-date';
import { confusedWith } from '../../../content/confused-tramites';
import { TramiteFiles } from './tramite-files';

/** One trámite: what its card may tell, and how to ask for the rest. */
export function tramitePage(site: Site, tramite: Tramite): string {
  const content = site.content();
  const t = content.texts;
  const card = tramiteCard(tramite, content);
  const cuerpo = (
    <div class="ancho lectura">
      <p class="volver">
        <a href="/tramites">{t('web.tramites.volver')}</a>
      </p>
      <h1>{card.titulo}</h1>
      {!tramite.confirmado && <p class="nota">{t('web.tramites.fichaSinConfirmar')}</p>}
      {card.parrafos.map((parrafo) => (
        <p class="tal-cual" key={parrafo}>
          {parrafo}
        </p>
      ))}
      {tramite.suit !== null && (
        <p>
          {t('web.tramites.suit')}: {tramite.suit}
        </p>
      )}
      <TramiteFiles content={content} tramite={tramite} />
      <Actions t={t} id={tramite.id} enlace={card.enlace} />
      <Confused t={t} tramite={tramite} all={content.tramites} />
      <p class="pista">{`${t('comparar.fuente')}: ${tramite.fuente}`}</p>
      {tramite.revisadoEl !== null && (
        <p class="pista">{t('web.tramites.revisado', { fecha: dateInWords(tramite.revisadoEl) })}</p>
      )}
    </div>
  );
  return renderPage(site, { titulo: card.titulo, seccion: '/tramites', cuerpo });
}

interface ActionsProps {
  readonly t: Texts;
  readonly id: string;
  /** Where it is done, when it is done somewhere else. */
  readonly enlace: string | null;
}

const Actions = ({ t, id, enlace }: ActionsProps) => (
  <div class="acciones">
    <a class="boton" href={`/formulario?tramite=${id}`}>
      {t('web.tramites.preguntar')}
    </a>
    {enlace !== null && (
      <a class="boton secundario" href={enlace}>
        {t('web.tramites.enlace')}
      </a>
    )}
  </div>
);

interface ConfusedProps {
  readonly t: Texts;
  readonly tramite: Tramite;
  readonly all: readonly Tramite[];
}

/** Those that people take for this one, how they differ, and a page that compares both. */
function Confused({ t, tramite, all }: ConfusedProps) {
  const confused = confusedWith(tramite, all);
  if (confused.length === 0) return null;
  return (
    <>
      <h2>{t('comparar.parecidos')}</h2>
      <ul>
        {confused.map(({ otro, diferencia }) => (
          <li key={otro.id}>
            {`${diferencia} `}
            <a href={`/tramites/comparar?a=${tramite.id}&b=${otro.id}`}>
              {t('comparar.enlace', { nombre: otro.nombre })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
