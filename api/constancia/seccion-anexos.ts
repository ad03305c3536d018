import type { Texts } from '../../content/texts';
import type { AnexoRecibido } from '../base/kernel/solicitud';
import type { Bloque, Seccion } from './documento';
import type { Partes } from './partes';

const decimal = new Intl.NumberFormat('es-CO', { maximumFractionDigits: 1 });

/** A size in words: thousands of bytes, as file managers count them. */
export function sizeInWords(t: Texts, bytes: number): string {
  if (bytes < 1_000) return t('constancia.anexos.bytes', { cantidad: bytes });
  if (bytes < 1_000_000) {
    return t('constancia.anexos.kilobytes', { cantidad: decimal.format(bytes / 1_000) });
  }
  return t('constancia.anexos.megabytes', { cantidad: decimal.format(bytes / 1_000_000) });
}

const anexo = (t: Texts, { nombre, tipo, bytes, sha256 }: AnexoRecibido, position: number): Bloque => ({
  tipo: 'filas',
  filas: [
    {
      etiqueta: `${position}. ${nombre}`,
      valor: t('constancia.anexos.detalle', { tipo, tamano: sizeInWords(t, bytes) }),
    },
    { etiqueta: t('constancia.anexos.huella'), valor: sha256, fija: true },
  ],
});

/** Item 6: every file with its hash, and those that did not arrive with their reason. */
export function seccionAnexos({ t, caso }: Partes): Seccion {
  const { anexos, anexosNoRecibidos } = caso;
  const intro: Bloque = {
    tipo: 'parrafo',
    texto:
      anexos.length === 0
        ? t('constancia.anexos.ninguno')
        : t('constancia.anexos.intro', { cuantos: anexos.length }),
  };
  const faltantes: Bloque[] =
    anexosNoRecibidos.length === 0
      ? []
      : [
          {
            tipo: 'parrafo',
            texto: t('constancia.anexos.noRecibidos', { cuantos: anexosNoRecibidos.length }),
          },
          {
            tipo: 'filas',
            filas: anexosNoRecibidos.map(({ nombre, motivo }) => ({
              etiqueta: nombre,
              valor: t(`constancia.anexos.motivo.${motivo}`),
            })),
          },
        ];
  return {
    titulo: t('constancia.anexos.titulo'),
    bloques: [intro, ...anexos.map((one, index) => anexo(t, one, index + 1)), ...faltantes],
  };
}
