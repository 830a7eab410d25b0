// Faults of the theme that are known and not yet mended: `{ engine, text, why }`. One that is no longer found fails the gate, so that
// this list only shrinks.
export const KNOWN = [];
