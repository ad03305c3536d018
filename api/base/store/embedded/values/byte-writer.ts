/** Writes bytes one after another into memory that grows. */
export class ByteWriter {
  private buffer = Buffer.allocUnsafe(1024);
  length = 0;

  private reserve(bytes: number): void {
    if (this.length + bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + bytes));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }

  byte(value: number): void {
    this.reserve(1);
    this.buffer[this.length++] = value;
  }

  bytes(value: Uint8Array): void {
    this.reserve(value.length);
    this.buffer.set(value, this.length);
    this.length += value.length;
  }

  uint16(value: number): void {
    this.reserve(2);
    this.length = this.buffer.writeUInt16BE(value, this.length);
  }

  uint32(value: number): void {
    this.reserve(4);
    this.length = this.buffer.writeUInt32BE(value, this.length);
  }

  uint64(value: bigint): void {
    this.reserve(8);
    this.length = this.buffer.writeBigUInt64BE(value, this.length);
  }

  /** A double whose bytes sort as the numbers do; NaN below all, -0 as 0. */
  double(value: number): void {
    this.reserve(8);
    const at = this.length;
    this.length = this.buffer.writeDoubleBE(value === 0 ? 0 : value, at);
    if (Number.isNaN(value)) this.buffer.fill(0, at, at + 8);
    else if ((this.buffer[at] ?? 0) & 0x80) this.invertFrom(at);
    else this.buffer[at] = (this.buffer[at] ?? 0) | 0x80;
  }

  /** UTF-8, zero bytes escaped as 00 FF, ended by 00 00: a prefix sorts before what it begins. */
  text(value: string): void {
    this.reserve(value.length * 3 + 2);
    const from = this.length;
    this.length += this.buffer.write(value, from, 'utf8');
    if (value.includes('\0')) this.escapeZeros(from);
    this.uint16(0);
  }

  private escapeZeros(from: number): void {
    const written = Buffer.from(this.buffer.subarray(from, this.length));
    this.length = from;
    for (const byte of written) {
      this.byte(byte);
      if (byte === 0) this.byte(0xff);
    }
  }

  /** Turns ascending order into descending for what was written since. */
  invertFrom(start: number): void {
    for (let at = start; at < this.length; at++) this.buffer[at] = ~(this.buffer[at] ?? 0) & 0xff;
  }

  /** A copy of what was written since `start`. */
  copyFrom(start: number): Buffer {
    return Buffer.from(this.buffer.subarray(start, this.length));
  }
}
