/** How MongoDB, and the store of this program, say that the disk is full. */
export const FULL_DISK = 14_031;
