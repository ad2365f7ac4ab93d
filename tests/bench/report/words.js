// How figures are written.

export const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
export const ms = (value) => (value === null ? "does not open" : `${value.toFixed(0)} ms`);
export const times = (value) => `${value.toFixed(2)} ×`;

/** The size of a program, {wasm, js}. */
export const program = ({ wasm, js }) => `${kB(wasm)} + ${kB(js)} = ${kB(wasm + js)}`;

/** A table of aims: [aim, measured, whether it is met]. */
export const aims = (rows) => [
  "| aim | measured | met |",
  "|---|---|---|",
  ...rows.map(([aim, measured, isMet]) => `| ${aim} | ${measured} | ${isMet ? "yes" : "**no**"} |`),
];
