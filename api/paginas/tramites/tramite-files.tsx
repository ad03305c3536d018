import { archivoInWords, archivoPath } from '../../../content/archivos';
import type { Content } from '../../../content/load-content';
import type { Tramite } from '../../../content/schemas/tramite';

interface Props {
  readonly content: Pick<Content, 'texts' | 'archivos'>;
  readonly tramite: Tramite;
}

/** The files of a trámite, each with what it is and how much it takes. */
export function TramiteFiles({ content: { texts: t, archivos }, tramite }: Props) {
  const files = tramite.archivos.flatMap(({ archivo, titulo }) => {
    const found = archivos.find(({ nombre }) => nombre === archivo);
    return found ? [{ titulo, detalle: archivoInWords(found, t), path: archivoPath(archivo) }] : [];
  });
  if (files.length === 0) return null;
  return (
    <>
      <h2>{t('archivo.pagina')}</h2>
      <ul>
        {files.map(({ titulo, detalle, path }) => (
          <li key={path}>
            <a href={path}>{t('archivo.enlace', { titulo, detalle })}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
