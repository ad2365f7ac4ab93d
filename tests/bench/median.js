// What counts of figures that were measured several times.

/** The one in the middle; of two in the middle the greater. */
export const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
