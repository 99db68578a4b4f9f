// What can be asked of an interactive figure: conditions on its state, by name. The same as
// `mlmath.practice.conditions`, where they are explained.

/** @typedef {Record<string, any>} State */
/** @typedef {Record<string, any>} Arguments */

/** @type {Record<string, (state: State, given: Arguments) => boolean>} */
export const conditions = {
  x_is_eigenvector({ matrix, x }, { eigenvalue = null, tolerance = 0.02 }) {
    const [[a, b], [c, d]] = matrix;
    const length = Math.hypot(...x);
    if (length < tolerance) return false;
    const [p, q] = [x[0] / length, x[1] / length];
    const [u, v] = [a * p + b * q, c * p + d * q];
    const size = Math.max(Math.hypot(a, c), Math.hypot(b, d), 1e-9);
    const stretched = Math.hypot(u, v);
    if (Math.abs(p * v - q * u) > tolerance * Math.max(stretched, tolerance * size)) {
      return stretched <= tolerance * size && (eigenvalue === null || eigenvalue === 0);
    }
    return eigenvalue === null || Math.abs(u * p + v * q - eigenvalue) <= tolerance * size;
  },

  x_is_zero: ({ x }, { tolerance = 0.02 }) => Math.hypot(...x) < tolerance,

  eigenline_count({ matrix }, { count, tolerance = 1e-6 }) {
    const [[a, b], [c, d]] = matrix;
    const size = Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d), 1e-9);
    const discriminant = (a - d) ** 2 + 4 * b * c;
    if (Math.max(Math.abs(b), Math.abs(c), Math.abs(a - d)) <= tolerance * size) {
      return count === -1;
    }
    if (Math.abs(discriminant) <= tolerance * size ** 2) return count === 1;
    return count === (discriminant > 0 ? 2 : 0);
  },

  eigenvalues_are({ matrix }, { values: [first, second], tolerance = 0.02 }) {
    const [[a, b], [c, d]] = matrix;
    return (
      Math.abs(a + d - first - second) <= tolerance &&
      Math.abs(a * d - b * c - first * second) <= tolerance
    );
  },

  stretches({ matrix }, { vectors, values, tolerance = 0.02 }) {
    const [[a, b], [c, d]] = matrix;
    return vectors.every(
      /** @param {[number, number]} vector @param {number} i */
      ([x, y], i) => {
        const off = [(a - values[i]) * x + b * y, c * x + (d - values[i]) * y];
        return Math.hypot(off[0], off[1]) <= tolerance * Math.hypot(x, y);
      },
    );
  },
};
