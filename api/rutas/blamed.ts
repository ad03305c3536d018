import { foldText } from '../base/kernel/plain-text';
import type { Solicitud } from '../base/kernel/solicitud';
import { isPartOf, type Organigrama } from './organigrama';

type Complaint = Pick<Solicitud, 'tipo' | 'texto' | 'asunto' | 'contra'>;

/**
 * The dependencias that a petition complains about, so that they neither receive nor see it: the one the person named,
 * and, as a precaution, those that a complaint names in its words. A queja is about the conduct of a servant, so any
 * dependencia it names is left out; a denuncia, only one that it is said to be against.
 */
export function blamedIn(
  { tipo, texto, asunto = '', contra }: Complaint,
  organigrama: Organigrama,
): string[] {
  const told = contra?.dependencia === undefined ? [] : [contra.dependencia];
  if (tipo !== 'QUEJA' && tipo !== 'DENUNCIA') return withParts(told, organigrama);
  const said = words(`${asunto} ${texto} ${contra?.servidor ?? ''}`);
  const named = organigrama.dependencias
    .filter(({ nombre }) => namesOf(nombre).some((name) => isNamed(said, name, tipo)))
    .map(({ codigo }) => codigo);
  return withParts([...told, ...named], organigrama);
}

/** Each with the dependencias that are part of it. */
function withParts(blamed: readonly string[], organigrama: Organigrama): string[] {
  const parts = organigrama.dependencias
    .map(({ codigo }) => codigo)
    .filter((codigo) => blamed.some((whole) => isPartOf(codigo, whole, organigrama)));
  return [...new Set([...blamed, ...parts])];
}

const words = (text: string): string => ` ${foldText(text)} `;

/** «Secretaría de Gobierno y Convivencia Ciudadana» is also called «secretaría de gobierno». */
function namesOf(nombre: string): string[] {
  const whole = words(nombre).trim();
  const [short] = /^(?:secretaria|direccion|oficina)(?: de)? \S+/.exec(whole) ?? [whole];
  return [...new Set([whole, short])];
}

const isNamed = (said: string, name: string, tipo: Complaint['tipo']): boolean =>
  tipo === 'QUEJA'
    ? said.includes(` ${name} `)
    : new RegExp(
        ` (?:contra|funcionari[oa]s? de|servidor(?:a|es)? de|secretari[oa] de|jefe de) (?:\\S+ ){0,3}?${name} `,
      ).test(said);
