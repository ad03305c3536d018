import { err, ok } from '../../api/base/kernel/result';
import type {
  DocumentManagement,
  FallaDeFila,
  FallaEntrega,
  LoteRadicados,
  MotivoEntrega,
} from '../../api/documents/document-management';
import { nombreDePaquete, type Paquete } from '../../api/documents/paquete';
import { readRadicados } from '../../api/documents/read-radicados';

/** An entity's system in memory, under the same contract as the real connectors. */
export class MemoryGestor implements DocumentManagement {
  readonly delivered = new Map<string, Paquete>();
  /** What the town left, by name; taken away when it is settled. */
  readonly left = new Map<string, string>();
  readonly rejected = new Map<string, readonly FallaDeFila[]>();
  readonly accepted: string[] = [];
  /** Plays a system that takes nothing. */
  down: MotivoEntrega | undefined;
  /** Called before each delivery: a test may break things there. */
  before: (paquete: Paquete) => void = () => {};

  async deliver(paquete: Paquete) {
    this.before(paquete);
    if (this.down) return fault('GESTOR', this.down);
    for (const anexo of paquete.anexos) {
      if (!(await anexo.open())) return fault('PAQUETE', 'ANEXO_ILEGIBLE');
    }
    const nombre = nombreDePaquete(paquete);
    const found = this.delivered.get(nombre);
    if (found && found.huella !== paquete.huella) return fault('PAQUETE', 'CONFLICTO');
    this.delivered.set(nombre, found ?? paquete);
    return ok({ nombre, repetido: found !== undefined });
  }

  async *radicados(): AsyncGenerator<LoteRadicados> {
    for (const [nombre, csv] of Array.from(this.left)) {
      yield {
        nombre,
        ...readRadicados(Buffer.from(csv)),
        accept: async () => {
          this.left.delete(nombre);
          this.accepted.push(nombre);
        },
        reject: async (fallas) => {
          this.left.delete(nombre);
          this.rejected.set(nombre, fallas);
        },
      };
    }
  }
}

const fault = (de: FallaEntrega['de'], motivo: MotivoEntrega) =>
  err<FallaEntrega>({ code: 'NOT_READY', detail: { motivo }, de, motivo });
