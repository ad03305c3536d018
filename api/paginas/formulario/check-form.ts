import { z } from 'zod';
import { err, ok, type Result } from '../../base/kernel/result';
import { MODOS_IDENTIDAD, TIPOS_CIUDADANO, TIPOS_DOCUMENTO } from '../../base/kernel/vocabulary';
import type { Identidad, Solicitud } from '../../base/kernel/solicitud';
import type { Campo, FormValues } from './form-values';

/** Characters; longer is refused before the limit of the body could lose what was typed. */
export const MAX_TEXTO = 200_000;
const MAX_LINEA = 300;

/** Name of the text in content, with its parameters. */
export interface FormError {
  readonly campo: Campo | 'sitio';
  readonly clave: string;
  readonly parametros?: Readonly<Record<string, number>>;
}

/** A solicitud but for what only the edge knows: key, trámite that exists, and time. */
export type CheckedForm = Pick<Solicitud, 'texto' | 'tipo' | 'asunto' | 'lugar' | 'identidad'>;

const tipo = z.enum(TIPOS_CIUDADANO);
const modo = z.enum(MODOS_IDENTIDAD);
const tipoDocumento = z.enum(TIPOS_DOCUMENTO);
const correo = z.email();

/** The form as a solicitud, or every error at once in the order of the page. */
export function checkForm(values: FormValues): Result<CheckedForm, readonly FormError[]> {
  const chosenTipo = tipo.safeParse(values.tipo || 'PETICION');
  const chosenModo = modo.safeParse(values.modo);
  const errors: FormError[] = [...textErrors(values)];
  if (!chosenTipo.success) errors.push({ campo: 'tipo', clave: 'opcion' });
  if (!chosenModo.success) errors.push({ campo: 'modo', clave: 'opcion' });
  else if (chosenModo.data !== 'ANONIMO') errors.push(...identityErrors(values), ...contactErrors(values));
  if (values.sitio !== '') errors.push({ campo: 'sitio', clave: 'trampa' });
  if (errors.length > 0 || !chosenTipo.success || !chosenModo.success) return err(errors);
  return ok({
    texto: values.texto,
    tipo: chosenTipo.data,
    asunto: values.asunto || undefined,
    lugar: values.lugar || undefined,
    identidad: identidadOf(values, chosenModo.data),
  });
}

function textErrors({ texto, lugar, asunto }: FormValues): FormError[] {
  const errors: FormError[] = [];
  if (texto === '') errors.push({ campo: 'texto', clave: 'textoVacio' });
  if (texto.length > MAX_TEXTO) {
    errors.push({ campo: 'texto', clave: 'textoLargo', parametros: { maximo: MAX_TEXTO } });
  }
  return [...errors, ...tooLong('lugar', lugar), ...tooLong('asunto', asunto)];
}

const tooLong = (campo: Campo, value: string): FormError[] =>
  value.length > MAX_LINEA ? [{ campo, clave: 'corto', parametros: { maximo: MAX_LINEA } }] : [];

function identityErrors(values: FormValues): FormError[] {
  const errors: FormError[] = values.nombre === '' ? [{ campo: 'nombre', clave: 'nombreVacio' }] : [];
  errors.push(...tooLong('nombre', values.nombre));
  const numero = values.numeroDocumento;
  const known = tipoDocumento.safeParse(values.tipoDocumento).success;
  if (numero !== '' && !known) errors.push({ campo: 'tipoDocumento', clave: 'documentoTipo' });
  if (numero === '' && values.tipoDocumento !== '') {
    errors.push({ campo: 'numeroDocumento', clave: 'documentoNumero' });
  }
  if (numero !== '' && !/^[\p{L}\p{N}][\p{L}\p{N}.\- ]{2,24}$/u.test(numero)) {
    errors.push({ campo: 'numeroDocumento', clave: 'documentoMal' });
  }
  return errors;
}

/** A way to answer is one of the two things the law requires (CPACA 16). */
function contactErrors(values: FormValues): FormError[] {
  const { telefono, direccion } = values;
  if (values.correo === '' && telefono === '' && direccion === '') {
    return [{ campo: 'correo', clave: 'contactoVacio' }];
  }
  const errors: FormError[] = [];
  if (values.correo !== '' && !correo.safeParse(values.correo).success) {
    errors.push({ campo: 'correo', clave: 'correo' });
  }
  if (telefono !== '' && !isPhone(telefono)) errors.push({ campo: 'telefono', clave: 'telefono' });
  if (direccion !== '' && direccion.length < 5) errors.push({ campo: 'direccion', clave: 'direccion' });
  return [...errors, ...tooLong('direccion', direccion)];
}

const isPhone = (typed: string): boolean =>
  /^[+\d\s().-]+$/.test(typed) && /^\d{7,15}$/.test(typed.replaceAll(/\D/g, ''));

function identidadOf(values: FormValues, chosen: Identidad['modo']): Identidad {
  // What an anonymous person typed in the other fields is dropped here and goes nowhere.
  if (chosen === 'ANONIMO') return { modo: 'ANONIMO' };
  const documento = tipoDocumento.safeParse(values.tipoDocumento);
  return {
    modo: chosen,
    nombre: values.nombre,
    documento: documento.success ? { tipo: documento.data, numero: values.numeroDocumento } : undefined,
    correo: values.correo || undefined,
    telefono: values.telefono || undefined,
    direccion: values.direccion || undefined,
  };
}

/** Whether an anonymous person left a name or contact in the form: they are told that it will not be kept. */
export const hasPersonalData = (values: FormValues): boolean =>
  [values.nombre, values.numeroDocumento, values.correo, values.telefono, values.direccion].some(
    (value) => value !== '',
  );
