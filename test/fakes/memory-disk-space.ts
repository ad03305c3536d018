import type { DiskSpace } from '../../api/base/reserva/disk-space';
import type { Espacio } from '../../api/base/reserva/espacio';

const GIB = 1024 ** 3;

/** A disk of 100 GiB with as much room as the test says. */
export interface MemoryDiskSpace extends DiskSpace {
  /** Leaves so many bytes free. */
  leave(bytes: number): void;
  /** Does not say its room any more. */
  fail(): void;
}

export function memoryDiskSpace(): MemoryDiskSpace {
  let espacio: Espacio | undefined = { libre: 50 * GIB, total: 100 * GIB };
  return {
    read: async () => {
      if (!espacio) throw new Error('the disk does not answer');
      return espacio;
    },
    leave(bytes) {
      espacio = { libre: bytes, total: 100 * GIB };
    },
    fail() {
      espacio = undefined;
    },
  };
}
