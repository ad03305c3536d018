import { MAX_ANEXO_BYTES, MAX_ANEXOS } from '../../../../api/base/kernel/receive-file';
import { MOTIVOS_NO_RECIBIDO, type MotivoNoRecibido } from '../../../../api/base/kernel/vocabulary';
import type { ClientPorts, UploadAnswer } from './client-ports';
import type { SentFiles } from './protocol';
import type { Session } from './session';

/** How a file of the message that is being written goes. */
export type Upload =
  | { readonly estado: 'subiendo'; readonly porcentaje: number }
  | { readonly estado: 'subido'; readonly recibo: string }
  /** The server, or we before it, cannot receive it. */
  | { readonly estado: 'noRecibido'; readonly motivo: MotivoNoRecibido }
  /** The net failed: it may be tried again. */
  | { readonly estado: 'fallo' };

/** A file of the message that is being written. */
export interface Attachment {
  readonly id: string;
  readonly nombre: string;
  readonly upload: Upload;
}

interface Kept extends Attachment {
  upload: Upload;
  readonly file: File;
  cancel: AbortController;
}

interface AttachmentsDeps {
  readonly ports: Pick<ClientPorts, 'upload' | 'newId'>;
  readonly session: () => Session;
  /** Told of each change, with the file that changed unless it left. */
  readonly changed: (all: readonly Attachment[], one?: Attachment) => void;
}

/** The files of the message that is being written: each goes up at once, on its own. */
export class Attachments {
  private kept: Kept[] = [];

  constructor(private readonly deps: AttachmentsDeps) {}

  get isUploading(): boolean {
    return this.kept.some(({ upload }) => upload.estado === 'subiendo');
  }

  /** Whether any of them reached the server. */
  get hasUploaded(): boolean {
    return this.kept.some(({ upload }) => upload.estado === 'subido');
  }

  add(files: readonly File[]): void {
    for (const file of files) {
      const motivo = this.refusalOf(file);
      const kept: Kept = {
        id: this.deps.ports.newId(),
        nombre: file.name.slice(-255) || 'archivo',
        file,
        upload: motivo ? { estado: 'noRecibido', motivo } : { estado: 'subiendo', porcentaje: 0 },
        cancel: new AbortController(),
      };
      // Those past what a message may tell of would only be refused again.
      if (this.kept.length < 2 * MAX_ANEXOS) this.kept.push(kept);
      this.tell(kept);
      if (!motivo) void this.send(kept);
    }
  }

  /** Takes one away, cancelling its upload. */
  remove(id: string): void {
    this.kept.find((one) => one.id === id)?.cancel.abort();
    this.kept = this.kept.filter((one) => one.id !== id);
    this.tell();
  }

  retry(id: string): void {
    const kept = this.kept.find((one) => one.id === id);
    if (kept?.upload.estado !== 'fallo') return;
    kept.cancel = new AbortController();
    this.set(kept, { estado: 'subiendo', porcentaje: 0 });
    void this.send(kept);
  }

  /** Gives the files to a message and begins again without any. */
  take(): SentFiles {
    const anexos = this.kept.flatMap(({ nombre, upload }) =>
      upload.estado === 'subido' ? [{ nombre, recibo: upload.recibo }] : [],
    );
    const noRecibidos = this.kept.flatMap(({ nombre, upload }) => {
      const motivo = reasonOf(upload);
      return motivo ? [{ nombre, motivo }] : [];
    });
    this.kept = [];
    this.tell();
    return {
      ...(anexos.length > 0 ? { anexos } : {}),
      ...(noRecibidos.length > 0 ? { noRecibidos: noRecibidos.slice(0, MAX_ANEXOS) } : {}),
    };
  }

  private refusalOf({ size }: File): MotivoNoRecibido | undefined {
    const good = this.kept.filter(({ upload }) => upload.estado !== 'noRecibido');
    if (good.length >= MAX_ANEXOS) return 'DEMASIADOS';
    if (size > MAX_ANEXO_BYTES) return 'MUY_GRANDE';
    return size === 0 ? 'VACIO' : undefined;
  }

  private async send(kept: Kept): Promise<void> {
    const { signal } = kept.cancel;
    let upload: Upload;
    try {
      upload = uploadOf(await this.post(kept));
    } catch {
      upload = { estado: 'fallo' };
    }
    if (!signal.aborted) this.set(kept, upload);
  }

  private async post(kept: Kept): Promise<UploadAnswer> {
    const path = `/chat/archivos?nombre=${encodeURIComponent(kept.nombre)}`;
    const told = {
      signal: kept.cancel.signal,
      progress: (share: number) => {
        if (kept.upload.estado === 'subiendo')
          this.set(kept, { estado: 'subiendo', porcentaje: Math.floor(share * 100) });
      },
    };
    const answer = await this.deps.ports.upload(path, kept.file, told);
    if (answer.status !== 401) return answer;
    // The session ended: whatever is asked opens another.
    await this.deps.session().fetch('/chat/historial');
    return this.deps.ports.upload(path, kept.file, told);
  }

  private set(kept: Kept, upload: Upload): void {
    kept.upload = upload;
    this.tell(kept);
  }

  private tell(one?: Attachment): void {
    this.deps.changed(this.kept, one);
  }
}

const reasonOf = (upload: Upload): MotivoNoRecibido | undefined => {
  if (upload.estado === 'noRecibido') return upload.motivo;
  return upload.estado === 'subido' ? undefined : 'INCOMPLETO';
};

function uploadOf({ status, body }: UploadAnswer): Upload {
  const said = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  if (status === 201 && typeof said['recibo'] === 'string')
    return { estado: 'subido', recibo: said['recibo'] };
  const motivo = MOTIVOS_NO_RECIBIDO.find((one) => one === said['motivo']);
  if (status === 422 && motivo) return { estado: 'noRecibido', motivo };
  return { estado: 'fallo' };
}
