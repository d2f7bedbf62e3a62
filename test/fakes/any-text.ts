import fc from 'fast-check'

/** Any UTF-16 code units, lone halves of pairs included. */
export const anyText = (maxLength = 60) =>
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength }).map((units) => String.fromCharCode(...units))
