import type { Oracle } from './oracles';
import { byPerson, named } from './read-trace';

/** 13. What is billed for one person stays within the budget that the test gives. */
export const staysInBudget: Oracle = (events, { budget }) =>
  budget === undefined
    ? []
    : [...byPerson(named(events, 'envio.aceptado'))]
        .filter(([, own]) => own.length > budget)
        .map(([a, own]) => ({
          oracle: 'billable messages',
          a,
          detail: `${own.length} were billed and ${budget} were expected`,
        }));
