import type { FailureCode } from '../../../api/base/kernel/failures';
import type { Adicion, Seguimiento } from '../../../api/base/kernel/seguimiento';
import type { Solicitud } from '../../../api/base/kernel/solicitud';
import type { Canal } from '../../../api/base/kernel/vocabulary';
import type { PlayedChat } from '../../fakes/play-dialog';

/**
 * What the person says, and what the answer must hold; `!` before a fragment says that it must not. A file is said as
 * `@name text`, one that could not be received as `#name`, a button pressed as `=title`, and the form of a link sent as
 * `&CC number link`.
 */
export type Line = readonly [dice: string, ...espera: string[]];

/** Something that happens between two messages. */
export type Happening = (chat: PlayedChat) => void;

export interface Transcript {
  readonly title: string;
  readonly canal?: Canal;
  /** The person's own phone, when the channel knows it. */
  readonly telefono?: string;
  /** False: no link can be made. */
  readonly enlaces?: boolean;
  readonly lines: readonly (Line | Happening)[];
  /** What was filed, in order; none when absent. */
  readonly files?: readonly Partial<Solicitud>[];
  /** What was added to cases, in order; none when absent. */
  readonly adds?: readonly Partial<Adicion>[];
  /** What the conversation must not hold at the end. */
  readonly forgets?: readonly string[];
}

/** The first case of a script. */
const CASE = '2026-E-000001';

export const minutesPass =
  (minutes: number): Happening =>
  (chat) =>
    chat.passes(minutes);

/** The program is started again with another version of the dialog in course. */
export const programChanges: Happening = (chat) =>
  chat.restore(({ active, ...rest }) => ({
    ...rest,
    ...(active && { active: { ...active, version: active.version - 1 } }),
  }));

export const officeAsks =
  (texto: string): Happening =>
  (chat) =>
    chat.ventanilla.pregunta(CASE, texto);

export const caseBecomes =
  (over: Partial<Seguimiento>): Happening =>
  (chat) =>
    chat.ventanilla.becomes(CASE, over);

export const storingFails =
  (code: FailureCode): Happening =>
  (chat) =>
    chat.ventanilla.failWith({ code });

export const storingWorks: Happening = (chat) => chat.ventanilla.failWith();

/** From the first word to the number, with a name. */
export const filesWithName = (texto: string): readonly Line[] => [
  ['menu', '[Petición, queja, reclamo]'],
  ['1', 'Cuéntenos'],
  [texto, 'Parece'],
  ['si', '¿En qué lugar'],
  ['barrio obrero', '¿Cómo quiere presentarla?'],
  ['con mi nombre', 'nombre completo'],
  ['Ana Paz', 'documento'],
  ['no', '¿Por dónde'],
  ['ana@correo.co', '¿La enviamos?'],
  ['enviar', '2026-E-00000'],
];

/** From the first word to the number, without one. */
export const filesAnonymous = (texto: string): readonly Line[] => [
  ['menu', '[Petición, queja, reclamo]'],
  ['1', 'Cuéntenos'],
  [texto, 'Parece'],
  ['si', '¿En qué lugar'],
  ['sin lugar', '¿Cómo quiere presentarla?'],
  ['anonima', '¿La presentamos anónima?'],
  ['si', '¿La enviamos?'],
  ['enviar', '2026-E-00000', 'nadie podrá recuperarlos'],
];
