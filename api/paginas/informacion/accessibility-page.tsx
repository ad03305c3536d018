import type { Site } from '../../base/http/layout';
import { ListPart, Part, textPage } from './text-page';

/** What was done so that everyone can use this, what was not tried, and where to tell of a barrier. */
export function accessibilityPage(site: Site): string {
  const { texts, entidad } = site.content();
  const t = (key: string): string => texts(`web.accesibilidad.${key}`);
  return textPage(site, {
    titulo: t('titulo'),
    entrada: t('entrada'),
    children: (
      <>
        <Part titulo={t('metaTitulo')} parrafos={[t('meta')]} />
        <ListPart titulo={t('hechoTitulo')} puntos={['hecho1', 'hecho2', 'hecho3', 'hecho4'].map(t)} />
        <ListPart titulo={t('pruebasTitulo')} puntos={['prueba1', 'prueba2', 'prueba3', 'prueba4'].map(t)} />
        <ListPart titulo={t('faltaTitulo')} puntos={['falta1', 'falta2', 'falta3', 'falta4'].map(t)} />
        <Part titulo={t('estadoTitulo')} parrafos={[t('estado')]} />
        <Part
          titulo={t('problemaTitulo')}
          parrafos={[texts('web.accesibilidad.problema', { correo: entidad.correo })]}
        />
      </>
    ),
  });
}
