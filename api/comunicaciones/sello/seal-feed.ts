import type { Texts } from '../../../content/texts';
import type { Libro } from '../comunicacion';
import { publicPart } from './sello';
import type { SelloEnLista } from './sellos';

/** What a feed is made of. */
export interface FeedPage {
  readonly libro: Libro;
  readonly sellos: readonly SelloEnLista[];
  /** Address of the older ones, if there are any. */
  readonly siguiente?: string;
  readonly publicUrl: string;
  readonly texts: Texts;
}

/** The feed as JSON: what is signed, and how the witness was told. */
export function jsonFeed({ libro, sellos, siguiente, texts }: FeedPage) {
  return {
    titulo: texts('sello.publicacion.titulo', { libro }),
    explicacion: texts('sello.publicacion.explica'),
    ...(libro === 'PRUEBA' ? { aviso: texts('sello.correo.prueba') } : {}),
    libro,
    sellos: sellos.map((sello) => ({
      ...publicPart(sello),
      envio: sello.envio.estado,
      envioExplicacion: texts(`sello.envio.${sello.envio.estado}`),
    })),
    ...(siguiente ? { siguiente } : {}),
  };
}

/** The feed as Atom (RFC 4287), so that any reader can be a witness. */
export function atomFeed({ libro, sellos, siguiente, publicUrl, texts }: FeedPage): string {
  const self = `${publicUrl}/sellos?libro=${libro}`;
  const title = `${texts('sello.publicacion.titulo', { libro })}${libro === 'PRUEBA' ? ` (${texts('sello.correo.prueba')})` : ''}`;
  const updated = sellos[0]?.selladoEn ?? new Date(0);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es-CO">',
    `<title>${escapeXml(title)}</title>`,
    `<subtitle>${escapeXml(texts('sello.publicacion.explica'))}</subtitle>`,
    `<id>${escapeXml(self)}</id>`,
    `<link rel="self" href="${escapeXml(self)}"/>`,
    ...(siguiente ? [`<link rel="next" href="${escapeXml(siguiente)}"/>`] : []),
    `<updated>${updated.toISOString()}</updated>`,
    ...sellos.map((sello) => entry(sello, self, texts)),
    '</feed>',
    '',
  ].join('\n');
}

function entry(sello: SelloEnLista, self: string, texts: Texts): string {
  const { entidad, n, desde, dia, cuenta, raiz, anterior, kid, firma, selladoEn } = sello;
  return [
    '<entry>',
    `<title>${escapeXml(texts('sello.publicacion.entrada', { n, desde, dia }))}</title>`,
    `<id>${escapeXml(`${self}&hasta=${n}`)}</id>`,
    `<updated>${selladoEn.toISOString()}</updated>`,
    `<author><name>${escapeXml(entidad)}</name></author>`,
    `<content type="text">${escapeXml(texts('sello.publicacion.contenido', { cuenta, raiz, anterior, kid, firma }))}</content>`,
    '</entry>',
  ].join('\n');
}

const XML_ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escapeXml = (text: string): string => text.replaceAll(/[&<>"]/g, (char) => XML_ENTITIES[char] ?? char);
