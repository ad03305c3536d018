import type { Connection, Model } from 'mongoose';
import { failure } from '../../api/base/kernel/failures';
import { newId } from '../../api/base/kernel/ids';
import type { Logger } from '../../api/base/kernel/logger';
import { err, ok } from '../../api/base/kernel/result';
import type { Sealing } from '../../api/base/kernel/sealing';
import { grouped } from '../stored/grouped';
import { nativeOf } from '../stored/mongo-native-of';
import { refusedAsRepeated } from '../stored/mongo-insert-new-ones';
import { decidePersona, isToldLate, namesIn, type Persona, renamedAlias } from './decide-persona';
import { ESQUEMA_PERSONA, openPersonaModel, type PersonaDocument } from './mongo-persona-schema';
import type { Alias, Personas } from './personas';

interface Deps {
  readonly connection: Connection;
  readonly entidad: string;
  readonly sealing: Sealing;
  readonly logger: Logger;
}

const CONTEXT = 'personas_whatsapp.nombres';
const MAX_RACES = 20;
const DUPLICATE_KEY = 11_000;

/** Who writes through WhatsApp, in collection `personas_whatsapp`, once its indexes exist. */
export async function openMongoPersonas(deps: Deps): Promise<Personas> {
  const store = storeOf(await openPersonaModel(deps.connection), deps);
  return {
    async resolve(alias) {
      if (namesIn(alias).length === 0) return err(failure('INVALID_INPUT'));
      try {
        return ok(await resolveIn(store, alias));
      } catch (cause) {
        deps.logger.error('personas.store-unavailable', {}, cause);
        return err(failure('STORE_UNAVAILABLE'));
      }
    },
    async renamed(before, after, en) {
      const [known] = await store.having(before);
      if (!known) return;
      const others = await store.having(after);
      if (isToldLate(en, [known, ...others])) return;
      await store.take(after, others, known.id);
      await store.replace({ id: known.id, alias: renamedAlias(known.alias, after), renombradaEn: en });
    },
    aliasOf: (persona) => store.aliasOf(persona),
  };
}

type Store = ReturnType<typeof storeOf>;

async function resolveIn(store: Store, alias: Alias): Promise<string> {
  for (let races = 0; races < MAX_RACES; races++) {
    const found = await store.having(alias);
    const decided = decidePersona(alias, found);
    if (decided.kind === 'NEW') {
      // Only from those seen when deciding: whoever was made meanwhile is the person of this message.
      await store.take(alias, found);
      const id = newId();
      if (await store.insert({ id, alias })) return id;
      continue;
    }
    const { persona, changed } = decided;
    if (!changed) return persona.id;
    // A crash in between leaves a name without person: the next message gives it back.
    await store.take(alias, found, persona.id);
    if (await store.replace(persona)) return persona.id;
  }
  throw new Error('a person was changed by others every time');
}

function storeOf(model: Model<PersonaDocument>, deps: Deps) {
  const { having, aliasOf } = lookups(model, deps);
  const { entidad, sealing } = deps;
  const named = namedBy(sealing);
  const insertAll = grouped(async (documents: readonly PersonaDocument[]) => {
    const repeated = new Set(await refusedAsRepeated(model, documents));
    return documents.map((_, index) => !repeated.has(index));
  });
  /** False when another took one of its names meanwhile. */
  const replace = async ({ id, alias, renombradaEn }: Persona): Promise<boolean> => {
    try {
      const names = { ...named(alias), ...(renombradaEn && { renombradaEn }) };
      await model.updateOne({ _id: id, entidad }, { $set: names }).exec();
      return true;
    } catch (cause) {
      if ((cause as { code?: unknown }).code === DUPLICATE_KEY) return false;
      throw cause;
    }
  };
  return {
    having,
    aliasOf,
    replace,
    insert: ({ id, alias }: Persona) =>
      insertAll({ _id: id, entidad, esquema: ESQUEMA_PERSONA, ...named(alias) }),
    /** These names leave those who had them, but for `but`. */
    async take(alias: Alias, from: readonly Persona[], but?: string): Promise<void> {
      for (const { id, alias: names } of from) {
        if (id === but) continue;
        const kept = Object.entries(names).filter(([name, value]) => alias[name as keyof Alias] !== value);
        await replace({ id, alias: Object.fromEntries(kept) });
      }
    },
  };
}

const blindNames = (sealing: Sealing, alias: Alias): string[] =>
  namesIn(alias).map((name) => sealing.blind(name, 'personas_whatsapp.alias'));

/** The names as stored. */
const namedBy = (sealing: Sealing) => (alias: Alias) => ({
  alias: blindNames(sealing, alias),
  nombres: sealing.seal(JSON.stringify(alias), CONTEXT),
});

function lookups(model: Model<PersonaDocument>, { entidad, sealing }: Deps) {
  const personaOf = ({ _id, nombres, renombradaEn }: PersonaDocument): Persona => ({
    id: _id,
    renombradaEn,
    alias: JSON.parse(sealing.open(nombres, CONTEXT)) as Alias,
  });
  const named = grouped(async (asked: readonly (readonly string[])[]) => {
    const filter = { entidad, alias: { $in: [...new Set(asked.flat())] } };
    const found = await nativeOf(model).find(filter).toArray();
    return asked.map((names) => found.filter(({ alias }) => alias.some((one) => names.includes(one))));
  });
  const known = grouped(async (ids: readonly string[]) => {
    const found = await nativeOf(model)
      .find({ _id: { $in: [...new Set(ids)] }, entidad })
      .toArray();
    return ids.map((id) => found.find(({ _id }) => _id === id));
  });
  return {
    having: async (alias: Alias): Promise<Persona[]> =>
      (await named(blindNames(sealing, alias))).map(personaOf),
    aliasOf: async (id: string): Promise<Alias | undefined> => {
      const found = await known(id);
      return found && personaOf(found).alias;
    },
  };
}
