/** CRC-32 as Ogg computes it: polynomial 0x04c11db7, not reflected, from zero. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc >>> 0;
});

/** The checksum of a page whose checksum field is zero. */
export const oggChecksum = (page: Uint8Array): number =>
  page.reduce((crc, byte) => ((crc << 8) ^ (TABLE[(crc >>> 24) ^ byte] ?? 0)) >>> 0, 0);
