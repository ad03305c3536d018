import type { Site } from '../base/http/layout';
import type { Responder } from '../base/http/responder';
import type { Clock } from '../base/kernel/clock';
import type { DatosPorEnlace } from '../base/kernel/datos-por-enlace';
import type { Failure } from '../base/kernel/failures';
import type { ReceiveFile } from '../base/kernel/receive-file';
import type { Result } from '../base/kernel/result';
import type { PublishedKeys } from '../constancia/check-locally';
import type { Constancias } from '../constancia/constancias';
import type { Verification } from '../constancia/verification-fields';
import type { Adicion, Seguimiento } from '../base/kernel/seguimiento';
import type { Acuse, Solicitud } from '../base/kernel/solicitud';

import type { Archivo } from '../../content/schemas/archivo';
import type { FormFiles } from './formulario/read-form';

/** What the public pages need from the rest of the program. */
export interface PagesDeps {
  readonly site: Site;
  /** Origins of other sites whose pages may hold the chat. */
  readonly sitiosPermitidos?: readonly string[];
  readonly responder: Responder;
  readonly clock: Clock;
  /** Files a PQRSD; the same `clave` again returns the case already filed. */
  readonly radicar: (solicitud: Solicitud) => Promise<Result<Acuse, Failure>>;
  /** Receives the files of the form; absent, the form says that it takes none. */
  readonly archivos?: FormFiles;
  /** Where a file that some trámite gives is; undefined when it is no longer there, or another is in its place. */
  readonly archivoEnDisco: (archivo: Archivo) => Promise<string | undefined>;
  /** The number may be of reception or the radicado; the code may come with or without separators. */
  readonly consultar: (numero: string, codigo: string) => Promise<Result<Seguimiento, Failure>>;
  /** Adds to a case; the same `clave` again adds nothing. */
  readonly adicionar: (adicion: Adicion) => Promise<Result<Seguimiento, Failure>>;
  /** The pages of links given in a chat; absent, there are none. */
  readonly datosPorEnlace?: DatosPorEnlace;
  readonly receiveFile: ReceiveFile;
  readonly constanciaPdf: (numero: string, codigo: string) => Promise<Result<Buffer, Failure>>;
  /** The constancia as a page, and what a citizen proves their case with. */
  readonly constancias: Pick<Constancias, 'pantalla' | 'pruebaTermino' | 'pruebaSello'>;
  /** The public keys of constancias, for the page that verifies them in the browser. */
  readonly clavesPublicas: () => PublishedKeys;
  /** What a constancia's token says, if it is authentic. */
  readonly verificar: (token: string) => Verification;
}
