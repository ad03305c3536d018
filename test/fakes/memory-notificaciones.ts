import type { EstadoNotificacion, Notificacion } from '../../api/notificaciones/notificacion';
import type { CasosPorAvisar, Notificaciones } from '../../api/notificaciones/ports';
import type { Pqrsd } from '../../api/pqrsd/pqrsd';

/** What people are told, in memory. */
export class MemoryNotificaciones implements Notificaciones {
  readonly kept = new Map<string, Notificacion>();

  async open(notificacion: Notificacion): Promise<void> {
    await Promise.resolve();
    if (!this.kept.has(notificacion._id)) this.kept.set(notificacion._id, notificacion);
  }

  async change(next: Notificacion): Promise<boolean> {
    await Promise.resolve();
    if (this.kept.get(next._id)?.version !== next.version - 1) return false;
    this.kept.set(next._id, next);
    return true;
  }

  async due(now: Date, limit: number): Promise<readonly Notificacion[]> {
    const due = [...this.kept.values()].filter(({ proximoEn }) => proximoEn && proximoEn <= now);
    return due.toSorted((a, b) => Number(a.proximoEn) - Number(b.proximoEn)).slice(0, limit);
  }

  async ofCase(caso: string): Promise<readonly Notificacion[]> {
    return [...this.kept.values()].filter((one) => one.caso === caso).toSorted((a, b) => a.n - b.n);
  }

  async inState(estado: EstadoNotificacion, limit: number): Promise<readonly Notificacion[]> {
    const found = [...this.kept.values()].filter((one) => one.estado === estado);
    return found.toSorted((a, b) => Number(a.creadaEn) - Number(b.creadaEn)).slice(0, limit);
  }
}

/** Cases with something to be told, in the memory of a book. */
export const memoryPorAvisar = ({ pages }: { readonly pages: Pqrsd[] }): CasosPorAvisar => ({
  next: async (limit) => pages.filter(({ pqrsd }) => pqrsd.porAvisar?.length).slice(0, limit),
  begun: async ({ _id, version }) => {
    const at = pages.findIndex((page) => page._id === _id && page.version === version);
    const page = pages[at];
    if (!page?.pqrsd.porAvisar) return false;
    const { porAvisar: _seen, ...pqrsd } = page.pqrsd;
    pages[at] = { ...page, pqrsd };
    return true;
  },
});
