import { Double } from 'bson';
import { type Operation, bigOf, compute, integer } from './arithmetic';
import { TYPE, asNumber, typeOf } from './types';

const WIDTHS: readonly number[] = [TYPE.int, TYPE.long, TYPE.double, TYPE.decimal];

/**
 * A sum or a product made one number after another, as MongoDB's `$add` and `$multiply` do: doubles are rounded at each
 * step, the result has the widest type that was met, and an integer past 64 bits becomes a double.
 */
export class RunningNumber {
  private whole: bigint;
  private real: number;
  private decimal: unknown;
  private width: number = TYPE.int;

  constructor(private readonly operation: Operation) {
    this.whole = operation === '+' ? 0n : 1n;
    this.real = Number(this.whole);
  }

  take(value: unknown): void {
    const before = this.result();
    const next = typeOf(value);
    if (WIDTHS.indexOf(next) > WIDTHS.indexOf(this.width)) this.width = next;
    if (this.width === TYPE.decimal) this.decimal = compute(before, value, this.operation);
    else {
      this.takeReal(asNumber(value) ?? 0, asNumber(before) ?? 0);
      if (this.width !== TYPE.double) this.takeWhole(bigOf(value));
    }
  }

  /** A product is followed as a double from its beginning, a sum only from the first double on. */
  private takeReal(value: number, before: number): void {
    if (this.operation === '*') this.real *= value;
    else this.real = before + value;
  }

  private takeWhole(value: bigint): void {
    const next = this.operation === '+' ? this.whole + value : this.whole * value;
    if (integer(next, true)) this.whole = next;
    else this.width = TYPE.double;
  }

  result(): unknown {
    if (this.width === TYPE.decimal) return this.decimal;
    if (this.width === TYPE.double) return new Double(this.real);
    return integer(this.whole, this.width === TYPE.long);
  }
}
