import { ARITHMETIC } from './arithmetic';
import { ARRAYS } from './arrays';
import { BRANCHES } from './branches';
import { COMPARISONS } from './comparisons';
import { CONVERSIONS } from './conversions';
import { DATES } from './dates';
import type { Operator } from './operator';
import { OBJECTS } from './objects';
import { TEXTS } from './texts';

/** Every operator there is; any other is refused by its name. */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  ...ARITHMETIC,
  ...COMPARISONS,
  ...BRANCHES,
  ...ARRAYS,
  ...OBJECTS,
  ...CONVERSIONS,
  ...TEXTS,
  ...DATES,
};
