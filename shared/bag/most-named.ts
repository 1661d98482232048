/** Most paths of a checked bag named of each kind; there may be more, and then a count says how many. */
export const mostNamed = 500;
/** Most bags of one folder that are checked at once. */
export const mostBags = 100;
