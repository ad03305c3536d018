import { z } from 'zod';
import { TIPOS_DOCUMENTO } from '../../base/kernel/vocabulary';
import type { Identidad, Representante } from '../../base/kernel/solicitud';
import { type FormError, tooLong } from './form-error';
import type { FormValues } from './form-values';

const tipoDocumento = z.enum(TIPOS_DOCUMENTO);
const correo = z.email();

const isKnownType = (tipo: string): boolean => tipoDocumento.safeParse(tipo).success;
const isDocument = (numero: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}.\- ]{2,24}$/u.test(numero);
const isPhone = (typed: string): boolean =>
  /^[+\d\s().-]+$/.test(typed) && /^\d{7,15}$/.test(typed.replaceAll(/\D/g, ''));

/** What is wrong with who files and how to answer them, in the order of the page. */
export const identityErrors = (values: FormValues): FormError[] => [
  ...nameErrors(values),
  ...contactErrors(values),
  ...representanteErrors(values),
];

function nameErrors(values: FormValues): FormError[] {
  const errors: FormError[] = values.nombre === '' ? [{ campo: 'nombre', clave: 'nombreVacio' }] : [];
  errors.push(...tooLong('nombre', values.nombre));
  const { numeroDocumento: numero, tipoDocumento: tipo } = values;
  if (numero !== '' && !isKnownType(tipo)) errors.push({ campo: 'tipoDocumento', clave: 'documentoTipo' });
  if (numero === '' && tipo !== '') errors.push({ campo: 'numeroDocumento', clave: 'documentoNumero' });
  if (numero !== '' && !isDocument(numero)) errors.push({ campo: 'numeroDocumento', clave: 'documentoMal' });
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

/** Optional as a whole: with anything of it, the name (CPACA 16 n. 2). */
function representanteErrors(values: FormValues): FormError[] {
  const { representanteNombre: nombre, representanteTipo: tipo } = values;
  const { representanteNumero: numero, representanteCalidad: calidad } = values;
  const errors: FormError[] = [];
  if (nombre === '' && [tipo, numero, calidad].some((value) => value !== '')) {
    errors.push({ campo: 'representanteNombre', clave: 'representanteNombre' });
  }
  if (numero !== '' && !isKnownType(tipo)) {
    errors.push({ campo: 'representanteTipo', clave: 'representanteTipo' });
  }
  if (numero === '' ? tipo !== '' : !isDocument(numero)) {
    errors.push({ campo: 'representanteNumero', clave: 'representanteNumero' });
  }
  return [...errors, ...tooLong('representanteNombre', nombre), ...tooLong('representanteCalidad', calidad)];
}

/** Who files, once nothing is wrong. */
export function identidadOf(values: FormValues, modo: Identidad['modo']): Identidad {
  // What an anonymous person typed in the other fields is dropped here and goes nowhere.
  if (modo === 'ANONIMO') return { modo: 'ANONIMO' };
  const representante = representanteOf(values);
  return {
    modo,
    nombre: values.nombre,
    documento: documentoOf(values.tipoDocumento, values.numeroDocumento),
    correo: values.correo || undefined,
    telefono: values.telefono || undefined,
    direccion: values.direccion || undefined,
    ...(representante && { representante }),
  };
}

function representanteOf(values: FormValues): Representante | undefined {
  if (values.representanteNombre === '') return undefined;
  const documento = documentoOf(values.representanteTipo, values.representanteNumero);
  const calidad = values.representanteCalidad;
  return { nombre: values.representanteNombre, ...(documento && { documento }), ...(calidad && { calidad }) };
}

function documentoOf(tipo: string, numero: string) {
  const known = tipoDocumento.safeParse(tipo);
  return known.success ? { tipo: known.data, numero } : undefined;
}

/** Whether an anonymous person left a name or contact in the form: they are told that it will not be kept. */
export const hasPersonalData = (values: FormValues): boolean =>
  [
    values.nombre,
    values.numeroDocumento,
    values.correo,
    values.telefono,
    values.direccion,
    values.representanteNombre,
    values.representanteNumero,
  ].some((value) => value !== '');
