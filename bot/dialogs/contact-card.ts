import { telefonosConfirmados } from '../../content/schemas/entidad';
import type { Facts } from './dialog';

/**
 * How to reach a person of the Alcaldía, one way a line. What the Alcaldía has not confirmed says so; a phone or a
 * timetable that is not confirmed is not told.
 */
export function contactCard({ texts, content: { entidad } }: Pick<Facts, 'texts' | 'content'>): string {
  const { correo, direccion, municipio, horario, porConfirmar } = entidad;
  const pending = texts('dialogo.contacto.por_confirmar');
  const phones = telefonosConfirmados(entidad);
  const isDoubtful = porConfirmar.some(({ clave }) => clave === 'direccion');
  return [
    texts('dialogo.contacto.correo', { correo }),
    texts('dialogo.contacto.telefono', { telefono: phones.length > 0 ? phones.join(', ') : pending }),
    texts('dialogo.contacto.direccion', { direccion, municipio }),
    texts('dialogo.contacto.horario', { horario: horario ?? pending }),
    ...(isDoubtful ? [texts('dialogo.contacto.confirme')] : []),
  ].join('\n');
}
