import { FormData } from 'undici';
import { z } from 'zod';
import type { Clock } from '../../../api/base/kernel/clock';
import type { Logger } from '../../../api/base/kernel/logger';
import type { ArchivoAdjunto, OpenArchivo } from '../channel';
import type { CloudSettings } from './cloud-settings';
import type { Graph, GraphAnswer } from './graph-client';
import { actionFor } from './graph-errors';
import { mediaKindOf } from './media-kind';

interface Deps {
  readonly graph: Pick<Graph, 'postForm'>;
  readonly settings: Pick<CloudSettings, 'phoneNumberId'>;
  readonly openArchivo: OpenArchivo;
  readonly clock: Clock;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly logger: Logger;
}

/** Our files as WhatsApp has them. */
export interface UploadedFiles {
  /** The provider's id of a file, which is uploaded if it has none; undefined: it goes as a link. Never throws. */
  readonly idOf: (archivo: ArchivoAdjunto) => Promise<string | undefined>;
  /** A message with this id was refused: it is uploaded again, and if that is refused too it goes as a link a while. */
  readonly refused: (id: string) => void;
  /** Nobody knows whether the provider still has it as it was: the next time it is uploaded again. */
  readonly forget: (archivo: ArchivoAdjunto) => void;
}

const DAY_MS = 86_400_000;
/** Meta keeps what is uploaded for thirty days. */
const KEPT_MS = 25 * DAY_MS;
/** How long what could not be uploaded goes as a link, so that nobody else waits for it. */
const GIVEN_UP_MS = 60_000;
/** A second refusal within this long is of the file, not of an id that was lost. */
const REFUSED_MS = 60 * 60_000;
const PAUSES_MS = [500, 2_000];
const MOST_REMEMBERED = 500;

type Known =
  { readonly id: string; readonly until: number } | { readonly id: undefined; readonly until: number };

/** Uploads each file once, whoever it is for, and remembers its id by its content. */
export function createUploadedFiles(deps: Deps): UploadedFiles {
  const { clock } = deps;
  const known = new Map<string, Known>();
  const onTheWay = new Map<string, Promise<string | undefined>>();
  const refusedAt = new Map<string, number>();

  const remember = (sha256: string, id: string | undefined, forMs: number): void => {
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(sha256, { id, until: clock.monotonic() + forMs });
  };
  const uploadOnce = async (archivo: ArchivoAdjunto): Promise<string | undefined> => {
    const id = await upload(deps, archivo).catch(() => undefined);
    if (id === undefined) deps.logger.warn('whatsapp.file-not-uploaded', { archivo: archivo.nombre });
    remember(archivo.sha256, id, id === undefined ? GIVEN_UP_MS : KEPT_MS);
    return id;
  };

  return {
    forget: ({ sha256 }) => void known.delete(sha256),
    idOf(archivo) {
      const { sha256 } = archivo;
      const found = known.get(sha256);
      if (found && clock.monotonic() < found.until) return Promise.resolve(found.id);
      const going = onTheWay.get(sha256) ?? uploadOnce(archivo).finally(() => onTheWay.delete(sha256));
      onTheWay.set(sha256, going);
      return going;
    },
    refused(id) {
      const sha256 = [...known].find(([, one]) => one.id === id)?.[0];
      if (sha256 === undefined) return;
      const now = clock.monotonic();
      const isSecond = now - (refusedAt.get(sha256) ?? Number.NEGATIVE_INFINITY) < REFUSED_MS;
      if (refusedAt.size >= MOST_REMEMBERED) refusedAt.clear();
      refusedAt.set(sha256, now);
      if (isSecond) remember(sha256, undefined, REFUSED_MS);
      else known.delete(sha256);
    },
  };
}

const uploaded = z.object({ id: z.string().min(1) });

async function upload(deps: Deps, archivo: ArchivoAdjunto): Promise<string | undefined> {
  const kind = mediaKindOf(archivo.tipo);
  if (archivo.bytes > kind.maxBytes) return undefined;
  const content = await deps.openArchivo(archivo);
  if (!content) return undefined;
  for (const pause of [...PAUSES_MS, undefined]) {
    const answer = await deps.graph.postForm(
      `${deps.settings.phoneNumberId}/media`,
      formOf(archivo, content),
    );
    if (answer.kind === 'OK') return uploaded.safeParse(answer.body).data?.id;
    if (pause === undefined || !mayPass(answer)) return undefined;
    await deps.wait(pause);
  }
  return undefined;
}

function formOf({ nombre, tipo }: ArchivoAdjunto, content: Uint8Array): FormData {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', tipo);
  form.set('file', new Blob([Uint8Array.from(content)], { type: tipo }), nombre);
  return form;
}

/** What was cut took its time already: it is not begun again while somebody waits. */
const mayPass = (answer: Exclude<GraphAnswer, { kind: 'OK' }>): boolean =>
  answer.kind === 'NOT_SENT' || (answer.kind === 'REFUSED' && PASSING.has(actionFor(answer.code)));

const PASSING: ReadonlySet<string> = new Set(['RETRY', 'BACKOFF']);
