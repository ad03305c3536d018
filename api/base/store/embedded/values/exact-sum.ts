import { Double, Int32 } from 'bson';
import { bigOf, compute, integer } from './arithmetic';
import { TYPE, asNumber, isNumber, typeOf } from './types';

/**
 * Adds numbers of every width as MongoDB does: integers exactly, doubles with the error of each addition carried along,
 * decimals apart; the result has the widest type that was met, and an integer past 64 bits becomes a double.
 */
export class ExactSum {
  private integers = 0n;
  private high = 0;
  private low = 0;
  private decimal: unknown;
  private long = false;
  private double = false;
  /** How many numbers were added. */
  count = 0;

  /** What is no number is passed over. */
  add(value: unknown): void {
    if (!isNumber(value)) return;
    this.count += 1;
    const type = typeOf(value);
    if (type === TYPE.decimal)
      this.decimal = this.decimal === undefined ? value : compute(this.decimal, value, '+');
    else if (type === TYPE.double) this.addDouble(asNumber(value) ?? 0);
    else {
      this.integers += bigOf(value);
      this.long ||= type === TYPE.long;
    }
  }

  /** Knuth's sum of two: what rounding loses is kept in `low`. */
  private addDouble(value: number): void {
    this.double = true;
    const sum = this.high + value;
    const part = sum - this.high;
    const lost = this.high - (sum - part) + (value - part);
    this.low += Number.isNaN(lost) ? 0 : lost;
    this.high = sum;
  }

  /** The sum as a double. */
  asDouble(): number {
    const exact = new ExactSum();
    exact.high = this.high;
    exact.low = this.low;
    exact.addDouble(Number(this.integers));
    return exact.high + exact.low;
  }

  total(): unknown {
    const others = this.double
      ? new Double(this.asDouble())
      : (integer(this.integers, this.long) ?? new Double(Number(this.integers)));
    return this.decimal === undefined ? others : (compute(this.decimal, others, '+') ?? new Int32(0));
  }

  /** Null of nothing. */
  average(): unknown {
    if (this.count === 0) return null;
    return this.decimal === undefined ? new Double(this.asDouble() / this.count) : undefined;
  }
}
