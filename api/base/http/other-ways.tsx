import type { Content } from '../../../content/load-content';
import { telefonosConfirmados } from '../../../content/schemas/entidad';

/** How to do the same without this page: in person, by mail, by telephone when the town has confirmed one. */
export function OtherWays({ content }: { readonly content: Content }) {
  const { texts: t, entidad } = content;
  const { direccion, municipio, correo, horario } = entidad;
  return (
    <ul class="enlaces">
      <li>
        {t('paginas.otrosMedios.ventanilla', { direccion, municipio })}{' '}
        {horario !== null && t('paginas.otrosMedios.horario', { horario })}
      </li>
      <li>
        <a href={`mailto:${correo}`}>{t('paginas.otrosMedios.correo', { correo })}</a>
      </li>
      {telefonosConfirmados(entidad).map((telefono) => (
        <li key={telefono}>
          <a href={`tel:${telefono.replaceAll(' ', '')}`}>
            {t('paginas.otrosMedios.telefono', { telefono })}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What a person is told when the service could not take what they sent: it is on record, and there are other ways. */
export const FailureRoute = ({ content }: { readonly content: Content }) => (
  <section class="nota" aria-labelledby="otros-medios">
    <h2 id="otros-medios">{content.texts('paginas.otrosMedios.titulo')}</h2>
    <OtherWays content={content} />
    <p>
      {content.texts('paginas.otrosMedios.intento')}{' '}
      <a href="/disponibilidad">{content.texts('paginas.otrosMedios.registro')}</a>
    </p>
  </section>
);
