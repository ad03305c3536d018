import type { Model } from 'mongoose';
import type { Referred } from './sweep-orphans';

/** A document that keeps beside its sealed part a plain list of the contents it refers to. */
interface WithContents {
  readonly entidad: string;
  readonly anexos: readonly string[];
}

/** Which of some contents the documents of a collection list in `anexos`, which has an index. */
export const referredIn =
  <T extends WithContents>(model: Model<T>, entidad: string): Referred =>
  async (sha256s) => {
    const found = await (model as unknown as Model<WithContents>)
      .find({ entidad, anexos: { $in: [...sha256s] } }, { anexos: 1 })
      .lean<Pick<WithContents, 'anexos'>[]>()
      .exec();
    return found.flatMap(({ anexos }) => anexos);
  };
