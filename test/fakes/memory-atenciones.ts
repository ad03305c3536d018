import type { AtencionConfirmada, Atenciones } from '../../api/ventanilla/atenciones';

/** Confirmed attentions in memory. */
export class MemoryAtenciones implements Atenciones {
  readonly kept = new Map<string, AtencionConfirmada>();

  keep(atencion: AtencionConfirmada): Promise<void> {
    if (!this.kept.has(atencion.clave)) this.kept.set(atencion.clave, atencion);
    return Promise.resolve();
  }

  remove(clave: string): Promise<void> {
    this.kept.delete(clave);
    return Promise.resolve();
  }

  confirmed(limit: number): Promise<readonly AtencionConfirmada[]> {
    return Promise.resolve([...this.kept.values()].slice(0, limit));
  }
}
