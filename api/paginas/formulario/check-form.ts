import { z } from 'zod';
import { err, ok, type Result } from '../../base/kernel/result';
import { MODOS_IDENTIDAD, TIPOS_CIUDADANO } from '../../base/kernel/vocabulary';
import type { Contra, Solicitud } from '../../base/kernel/solicitud';
import { identidadOf, identityErrors } from './check-identity';
import { type FormError, tooLong } from './form-error';
import { type FormValues, MARCADO } from './form-values';

/** Characters; longer is refused before the limit of the body could lose what was typed. */
export const MAX_TEXTO = 200_000;

/** A solicitud but for what only the edge knows: key, trámite and dependencia that exist, files and time. */
export type CheckedForm = Pick<
  Solicitud,
  'texto' | 'tipo' | 'asunto' | 'lugar' | 'identidad' | 'contra' | 'senales'
>;

const tipo = z.enum(TIPOS_CIUDADANO);
const modo = z.enum(MODOS_IDENTIDAD);

/** The form as a solicitud, or every error at once in the order of the page. */
export function checkForm(values: FormValues): Result<CheckedForm, readonly FormError[]> {
  const chosenTipo = tipo.safeParse(values.tipo || 'PETICION');
  const chosenModo = modo.safeParse(values.modo);
  const errors: FormError[] = [...textErrors(values)];
  if (!chosenTipo.success) errors.push({ campo: 'tipo', clave: 'opcion' });
  errors.push(...tooLong('contraServidor', values.contraServidor));
  if (!chosenModo.success) errors.push({ campo: 'modo', clave: 'opcion' });
  else if (chosenModo.data !== 'ANONIMO') errors.push(...identityErrors(values));
  if (values.sitio !== '') errors.push({ campo: 'sitio', clave: 'trampa' });
  if (errors.length > 0 || !chosenTipo.success || !chosenModo.success) return err(errors);
  return ok({
    texto: values.texto,
    tipo: chosenTipo.data,
    asunto: values.asunto || undefined,
    lugar: values.lugar || undefined,
    identidad: identidadOf(values, chosenModo.data),
    ...contraOf(values),
    ...senalesOf(values),
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

function contraOf(values: FormValues): { readonly contra?: Contra } {
  const { contraDependencia: dependencia, contraServidor: servidor } = values;
  if (dependencia === '' && servidor === '') return {};
  return { contra: { ...(dependencia && { dependencia }), ...(servidor && { servidor }) } };
}

const SENALES = ['menorDeEdad', 'riesgoDeVida', 'corrupcion'] as const;

function senalesOf(values: FormValues): Pick<CheckedForm, 'senales'> {
  const marked = SENALES.filter((senal) => values[senal] === MARCADO);
  if (marked.length === 0) return {};
  return { senales: Object.fromEntries(marked.map((senal) => [senal, true])) };
}
