import { Decimal128, Double } from 'bson';
import { bigOf, compute, integer } from './arithmetic';
import { decimalOfDouble } from './exact-number';
import { TYPE, asNumber, isNumber, typeOf } from './types';

const LOW_BITS = 32n;

/** The double nearest to a sum of two, and what it lacks. */
function twoSum(a: number, b: number): [sum: number, lost: number] {
  const sum = a + b;
  const part = sum - b;
  return [sum, a - part + (b - (sum - part))];
}

/**
 * Adds numbers of every width as MongoDB's `$sum` and `$avg` do: doubles with the error of each addition carried along,
 * integers exactly, decimals apart; the result has the widest type that was met, and an integer past 64 bits becomes a
 * double.
 */
export class ExactSum {
  private integers = 0n;
  private high = 0;
  private low = 0;
  /** A sum without more: what counts once infinities are in it. */
  private plain = 0;
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
    else if (type === TYPE.double) {
      this.double = true;
      this.addDouble(asNumber(value) ?? 0);
    } else this.addInteger(bigOf(value), type === TYPE.long);
  }

  private addInteger(value: bigint, wide: boolean): void {
    this.integers += value;
    this.long ||= wide;
    // In two parts, each of which is a double exactly.
    const high = (value >> LOW_BITS) << LOW_BITS;
    this.addDouble(Number(value - high));
    if (high !== 0n) this.addDouble(Number(high));
  }

  private addDouble(value: number): void {
    this.plain += value;
    const [first, rest] = twoSum(value, this.low);
    const [sum, lost] = twoSum(this.high, first);
    this.high = sum;
    this.low = rest + lost;
  }

  private get asDouble(): number {
    return Number.isNaN(this.high) ? this.plain : this.high;
  }

  private get asDecimal(): Decimal128 {
    return Number.isFinite(this.high)
      ? (compute(decimalOfDouble(this.high), decimalOfDouble(this.low), '+') as Decimal128)
      : Decimal128.fromString(String(this.plain));
  }

  total(): unknown {
    if (this.decimal !== undefined) return compute(this.decimal, this.asDecimal, '+');
    return (!this.double && integer(this.integers, this.long)) || new Double(this.asDouble);
  }

  /** Null of nothing; undefined of decimals. */
  average(): unknown {
    if (this.count === 0) return null;
    return this.decimal === undefined ? new Double(this.asDouble / this.count) : undefined;
  }
}
