import { renderPage, type Site } from '../../base/http/layout';
import { CaseButton } from '../case-button';
import type { CaseKeys } from '../seguimiento/case-keys';
import { CONSTANCIA } from './paths';

/** Says why the proof of the seal cannot be downloaded yet. */
export function noProofPage(site: Site, explicacion: string, keys: CaseKeys): string {
  const t = site.content().texts;
  const titulo = t('constancia.pantalla.sinPrueba');
  const cuerpo = (
    <div class="ancho lectura">
      <h1>{titulo}</h1>
      <p>{explicacion}</p>
      <CaseButton action={CONSTANCIA.pantalla} label={t('constancia.pantalla.ver')} {...keys} />
    </div>
  );
  return renderPage(site, { titulo, seccion: '/seguimiento', cuerpo });
}
