import { casesOfPersonContract } from '../../contracts/cases-of-person-contract';
import { memoryCasesOfPerson } from '../../fakes/memory-cases-of-person';

casesOfPersonContract('memory', (pages) => Promise.resolve(memoryCasesOfPerson({ pages })));
