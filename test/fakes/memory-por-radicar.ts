import type { Pendiente, PorRadicar } from '../../api/pqrsd/por-radicar';

/** What waits for a number, in memory. `failing` plays a store that does not answer. */
export class MemoryPorRadicar implements PorRadicar {
  readonly kept = new Map<string, Pendiente>();
  readonly failing = new Set<keyof PorRadicar>();

  private async answer(operation: keyof PorRadicar): Promise<void> {
    await Promise.resolve();
    if (this.failing.has(operation)) throw new Error(`${operation}: no answer`);
  }

  async find(clave: string): Promise<Pendiente | undefined> {
    await this.answer('find');
    return this.kept.get(clave);
  }

  async keep(pendiente: Pendiente): Promise<Pendiente> {
    await this.answer('keep');
    const first = this.kept.get(pendiente.clave) ?? pendiente;
    this.kept.set(first.clave, first);
    return first;
  }

  async remove(clave: string): Promise<void> {
    await this.answer('remove');
    this.kept.delete(clave);
  }

  async waiting(limit: number): Promise<readonly Pendiente[]> {
    await this.answer('waiting');
    const byDay = [...this.kept.values()].toSorted((a, b) => a.dia.localeCompare(b.dia));
    return byDay.slice(0, limit);
  }
}
