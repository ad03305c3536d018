import type { Aviso, EstadoAviso } from '../../api/avisos/aviso';
import type { Avisos, Pagina } from '../../api/avisos/avisos';
import type { Libro } from '../../api/comunicaciones/comunicacion';

/** Notices in memory. `failing` plays a store that does not answer. */
export class MemoryAvisos implements Avisos {
  readonly failing = new Set<keyof Avisos>();

  constructor(
    readonly libro: Libro = 'PRUEBA',
    readonly kept = new Map<string, Aviso>(),
  ) {}

  private async answer(operation: keyof Avisos): Promise<void> {
    await Promise.resolve();
    if (this.failing.has(operation)) throw new Error(`${operation}: no answer`);
  }

  async keep(aviso: Aviso): Promise<Aviso> {
    await this.answer('keep');
    const { libro, huella } = aviso;
    const first =
      [...this.kept.values()].find((one) => one.libro === libro && one.huella === huella) ?? aviso;
    this.kept.set(first._id, first);
    return first;
  }

  async byId(id: string): Promise<Aviso | undefined> {
    await this.answer('byId');
    return this.kept.get(id);
  }

  async advance(id: string, de: EstadoAviso, cambios: Partial<Aviso>): Promise<boolean> {
    await this.answer('advance');
    const aviso = this.kept.get(id);
    if (aviso?.estado !== de) return false;
    this.kept.set(id, { ...aviso, ...cambios });
    return true;
  }

  private list(estado: EstadoAviso, { despuesDe, limite }: Pagina, hoy = ''): Aviso[] {
    return [...this.kept.values()]
      .filter((one) => one.libro === this.libro && one.estado === estado && one.desfijaEl >= hoy)
      .filter(({ _id }) => despuesDe === undefined || _id < despuesDe)
      .toSorted((a, b) => (a._id < b._id ? 1 : -1))
      .slice(0, limite);
  }

  async vigentes(hoy: string, pagina: Pagina): Promise<readonly Aviso[]> {
    await this.answer('vigentes');
    return this.list('FIJADO', pagina, hoy);
  }

  async retirados(pagina: Pagina): Promise<readonly Aviso[]> {
    await this.answer('retirados');
    return this.list('DESFIJADO', pagina);
  }

  async porCompletar(hoy: string, limite: number): Promise<readonly Aviso[]> {
    await this.answer('porCompletar');
    const all = [...this.kept.values()];
    const cut = (estado: EstadoAviso) => all.filter((one) => one.estado === estado).slice(0, limite);
    return [
      ...cut('PREPARADO'),
      ...cut('POR_DESFIJAR'),
      ...cut('FIJADO').filter((one) => one.desfijaEl < hoy),
    ];
  }
}
