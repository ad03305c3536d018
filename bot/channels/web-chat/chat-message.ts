import { z } from 'zod';
import { failure, type Failure } from '../../../api/base/kernel/failures';
import { cleanText } from '../../../api/base/kernel/plain-text';
import { MAX_ANEXOS } from '../../../api/base/kernel/receive-file';
import { err, ok, type Result } from '../../../api/base/kernel/result';
import { MOTIVOS_NO_RECIBIDO } from '../../../api/base/kernel/vocabulary';
import type { AnexoNoRecibido, AnexoRecibido } from '../../ventanilla/ventanilla-unica';
import type { SesionChat } from './sesiones-chat';
import type { ChatDeps } from './web-chat-deps';

const nombre = z.string().min(1).max(255);

const body = z.strictObject({
  /** Made by the browser; sending it again is the same message. */
  id: z.string().regex(/^[\w-]{8,64}$/),
  texto: z.string().default(''),
  opcion: z.string().min(1).max(200).optional(),
  /** Files already uploaded, by the receipt that each was given. */
  anexos: z
    .array(z.strictObject({ recibo: z.string().min(1).max(4_000), nombre }))
    .max(MAX_ANEXOS)
    .default([]),
  noRecibidos: z
    .array(z.strictObject({ nombre, motivo: z.enum(MOTIVOS_NO_RECIBIDO) }))
    .max(MAX_ANEXOS)
    .default([]),
});

type Body = z.infer<typeof body>;

/** What the browser is told of a message that is stored. */
export interface Acknowledged {
  readonly id: string;
  readonly repetido: boolean;
}

/** Ids are of their conversation: the same one from another browser is another message. */
export const externalIdOf = ({ conversacion }: Pick<SesionChat, 'conversacion'>, id: string): string =>
  `${conversacion}:${id}`;

/** Receipts are good only in the conversation they were given in. */
export const ambitoOf = ({ conversacion }: Pick<SesionChat, 'conversacion'>): string =>
  `web-chat:${conversacion}`;

/** Stores a message that came by whatever door; acknowledged only once it is durable. */
export async function acceptMessage(
  { chat, clock, recibos }: Pick<ChatDeps, 'chat' | 'clock' | 'recibos'>,
  sesion: SesionChat,
  sent: unknown,
): Promise<Result<Acknowledged, Failure>> {
  const parsed = body.safeParse(sent);
  if (!parsed.success) return err(failure('INVALID_INPUT'));
  const { id, texto, opcion } = parsed.data;
  if (isEmpty(parsed.data)) return err(failure('EMPTY_TEXT'));
  const accepted = await chat.accept({
    canal: 'WEB_CHAT',
    conversacion: sesion.conversacion,
    externalId: externalIdOf(sesion, id),
    texto,
    opcion,
    ...filesOf(parsed.data, (recibo) => recibos.take(recibo, ambitoOf(sesion))),
    enviadoEn: clock.now(),
  });
  return accepted.ok ? ok({ id, repetido: !accepted.value.nuevo }) : accepted;
}

const isEmpty = ({ texto, opcion, anexos, noRecibidos }: Body): boolean =>
  opcion === undefined && anexos.length === 0 && noRecibidos.length === 0 && cleanText(texto).trim() === '';

/** A receipt that no longer opens (of a session that ended) never stops the message: its file is not received. */
function filesOf(
  { anexos, noRecibidos }: Body,
  open: (recibo: string) => AnexoRecibido | AnexoNoRecibido | undefined,
): { readonly anexos: AnexoRecibido[]; readonly noRecibidos?: AnexoNoRecibido[] } {
  const received: AnexoRecibido[] = [];
  const lost: AnexoNoRecibido[] = [...noRecibidos];
  for (const one of anexos) {
    const file = open(one.recibo) ?? { nombre: one.nombre, motivo: 'INCOMPLETO' };
    if ('sha256' in file) received.push(file);
    else lost.push(file);
  }
  return { anexos: received, ...(lost.length > 0 ? { noRecibidos: lost } : {}) };
}
