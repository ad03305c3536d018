/** For tests that mean to look at everything: the store of tests refuses a search that no index narrows. */
export const wholeCollection = { hint: { $natural: 1 } } as const;
