import { silentLogger } from '../../../api/base/kernel/logger';
import { valueOf } from '../../../api/base/kernel/result';
import { connect } from '../../../api/base/store/connect';
import { openStore } from '../../../api/base/store/open-store';
import { wholeCollection } from '../../fakes/whole-collection';

/** What a program that is not running left in its store. */
export interface Stored {
  readonly envios: readonly { readonly _id: string; readonly estado: string }[];
  /** The keyed conversation of each case. */
  readonly cases: readonly string[];
  /** Messages that were acknowledged and no turn has consumed. */
  readonly waiting: number;
}

export async function storedIn(dataDir: string): Promise<Stored> {
  const options = { dataDir, mode: 'serve', thread: 'inline', logger: silentLogger } as const;
  const store = valueOf(await openStore(options));
  const connection = await connect(store, { logger: silentLogger });
  const all = <T>(name: string) =>
    connection.collection(name).find({}, wholeCollection).toArray() as Promise<unknown> as Promise<T[]>;
  try {
    const cases = await all<{ readonly pqrsd: { readonly conversacionCiega?: string } }>('comunicaciones');
    const inbox = await all<{ readonly pendiente: boolean }>('inbox');
    return {
      envios: await all('envios'),
      cases: cases.map(({ pqrsd }) => pqrsd.conversacionCiega ?? ''),
      waiting: inbox.filter(({ pendiente }) => pendiente).length,
    };
  } finally {
    await connection.close();
    await store.close();
  }
}
