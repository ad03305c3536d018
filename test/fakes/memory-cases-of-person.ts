import { type CasesOfPerson, MAX_CASES } from '../../api/pqrsd/cases-of-person';
import { OPEN_STATES, type Pqrsd } from '../../api/pqrsd/pqrsd';

/** The cases of one book, in memory. */
export const memoryCasesOfPerson = (book: { readonly pages: readonly Pqrsd[] }): CasesOfPerson => ({
  openBy: async (rastro, ciego, since) =>
    book.pages
      .filter(({ pqrsd }) => pqrsd[rastro] === ciego && OPEN_STATES.has(pqrsd.estado))
      .filter(({ radicadoEn }) => since === undefined || radicadoEn >= since)
      .toSorted((a, b) => b.radicadoEn.getTime() - a.radicadoEn.getTime())
      .slice(0, MAX_CASES),
});
