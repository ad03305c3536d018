import { OPEN_STATES, type Pqrsd } from '../../api/pqrsd/pqrsd';
import type { PorRecontar } from '../../api/pqrsd/recalcular/por-recontar';

/** Cases to be counted again, in the memory of a book. */
export const memoryPorRecontar = ({ pages }: { readonly pages: Pqrsd[] }): PorRecontar => ({
  async *otherThan(calendario) {
    for (const page of pages.slice()) {
      const { estado, vencimiento } = page.pqrsd;
      if (OPEN_STATES.has(estado) && vencimiento.version !== calendario) yield page;
    }
  },
  renew: ({ _id, version }, vencimiento) => {
    const at = pages.findIndex((page) => page._id === _id && page.version === version);
    const page = pages[at];
    if (page) pages[at] = { ...page, pqrsd: { ...page.pqrsd, vencimiento } };
    return Promise.resolve(page !== undefined);
  },
});
