import type { Aviso, RadicadoReclamado, RadicadosExternos } from '../../api/documents/radicados-externos';

/** The official numbers of a book, in memory. */
export class MemoryRadicadosExternos implements RadicadosExternos {
  readonly kept = new Map<string, RadicadoReclamado>();

  async claim(reclamado: RadicadoReclamado) {
    const first = this.kept.get(reclamado.radicado) ?? reclamado;
    this.kept.set(first.radicado, first);
    return first;
  }

  async find(radicado: string) {
    return this.kept.get(radicado);
  }

  async changeAviso(radicado: string, expected: Aviso | undefined, next: Aviso) {
    const found = this.kept.get(radicado);
    const { estado, intentos } = found?.aviso ?? {};
    if (!found || estado !== expected?.estado || intentos !== expected?.intentos) return false;
    this.kept.set(radicado, { ...found, aviso: next });
    return true;
  }

  async due(now: Date, limit: number) {
    const at = ({ aviso }: RadicadoReclamado) => aviso?.proximoEn?.getTime() ?? Infinity;
    const waiting = [...this.kept.values()].filter((one) => at(one) <= now.getTime());
    return waiting.toSorted((a, b) => at(a) - at(b)).slice(0, limit);
  }

  async porContar(limit: number) {
    const told = ['SIN_CORREO', 'ENVIADO'];
    const untold = [...this.kept.values()].filter(({ aviso }) => aviso && !told.includes(aviso.estado));
    return untold.slice(0, limit);
  }
}
