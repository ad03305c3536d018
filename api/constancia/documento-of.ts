import { dateInWords } from '../base/kernel/local-date';
import { codeInGroups, normaliseCode } from '../base/sealing/tracking-code';
import type { Documento, Encabezado } from './documento';
import type { Partes } from './partes';
import { seccionAnexos } from './seccion-anexos';
import { seccionObjeto } from './seccion-objeto';
import { seccionQuien } from './seccion-quien';
import { seccionRecibe } from './seccion-recibe';
import { seccionDatos, seccionSeguir, seccionTexto, seccionVerificacion } from './secciones';

function encabezadoOf({ t, entidad, caso }: Partes): Encabezado {
  const { nombre, municipio, departamento } = entidad;
  return {
    entidad: nombre,
    lugar: t('constancia.entidadLugar', { municipio, departamento }),
    titulo: t(caso.radicado ? 'constancia.titulo' : 'constancia.tituloRecepcion'),
    numeroEtiqueta: t(caso.radicado ? 'constancia.numero.radicado' : 'constancia.numero.recepcion'),
    numero: caso.radicado ?? caso.recepcion,
    ...(!caso.radicado && { enEspera: t('constancia.numero.enEspera') }),
    codigoEtiqueta: t('constancia.seguir.codigo'),
    codigo: caso.copia
      ? t('constancia.copia.codigo')
      : codeInGroups(normaliseCode(caso.codigo) ?? caso.codigo),
    ...plazoEnPalabras(t, caso),
  };
}

/** A date that no norm confirms is an estimate, not a duty. */
function plazoEnPalabras(t: Partes['t'], { vence, plazoPorConfirmar }: Partes['caso']) {
  const key = plazoPorConfirmar ? 'constancia.estimada' : 'constancia.plazo';
  return {
    venceTitulo: t(`${key}.titulo`),
    vence: t(`${key}.frase`, { fecha: dateInWords(vence) }),
    venceNota: t(`${key}.nota`),
  };
}

/**
 * The words of a constancia in their order: the items of Decreto 1166 de 2016 (number, date and time, who files, object,
 * reasons, annexes, who received it, and that it was verbal when it was), and what the receipt of any other needs.
 */
export function documentoOf(partes: Partes): Documento {
  const { t, entidad, caso } = partes;
  return {
    titulo: caso.radicado
      ? t('constancia.tituloArchivo', { numero: caso.radicado })
      : t('constancia.tituloArchivoRecepcion', { numero: caso.recepcion }),
    asunto: t('constancia.asuntoArchivo', { entidad: entidad.nombre }),
    encabezado: encabezadoOf(partes),
    secciones: [
      seccionDatos(partes),
      seccionQuien(partes),
      seccionObjeto(partes),
      seccionAnexos(partes),
      seccionRecibe(partes),
      seccionSeguir(partes),
      seccionTexto(partes),
      seccionVerificacion(partes),
    ],
  };
}
