import { randomBytes } from 'node:crypto';
import type { Clock } from '../base/kernel/clock';

/** `20261126T141503-9f3a2c1b`: names that sort by second and that an address can carry. Two of one second differ. */
export const createOrderedNames =
  ({ now }: Pick<Clock, 'now'>) =>
  (): string =>
    `${now().toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}-${randomBytes(4).toString('hex')}`;
