// What the reader has answered, kept in the browser and nowhere else: one key for the book, in
// it an entry for each question as it was asked, `id@digest`. A question that has changed since
// has another digest and is asked afresh; all the others keep their entries.

export const KEY = "mlmath-practice-1";

/**
 * @typedef {object} Entry
 * @property {boolean} done  answered right, once
 * @property {unknown} [answer]  the last that was marked, of the variant shown
 * @property {number} [variant]  of a family, counted from 0
 *
 * @typedef {Record<string, Entry>} Entries  by `id@digest`
 */

/** @param {[string, unknown]} pair */
function isEntry([key, value]) {
  const { done, variant = 0 } = /** @type {any} */ (value ?? {});
  const counts = typeof done === "boolean" && Number.isInteger(variant) && variant >= 0;
  return counts && /^[a-z0-9-]+@[0-9a-f]+$/.test(key);
}

/**
 * The entries in a text; what is damaged is left out.
 *
 * @param {string | null} text
 * @returns {Entries | null} null if the text is none of ours
 */
export function readEntries(text) {
  try {
    const { format, questions } = JSON.parse(text ?? "");
    if (format !== 1 || typeof questions !== "object" || !questions) return null;
    return Object.fromEntries(Object.entries(questions).filter(isEntry));
  } catch {
    return null;
  }
}

/** @param {Entries} questions */
export const writeEntries = (questions) => JSON.stringify({ format: 1, questions });

/** @param {() => Storage} open  throws where the browser allows no storage */
export function openMemory(open) {
  /** @type {Entries} */
  let unkept = {}; // what the browser would not keep lasts as long as the page
  let failed = false;
  let told = false;

  // Another tab may have written meanwhile: read before every change.
  const all = () => {
    let text = null;
    try {
      text = open().getItem(KEY);
    } catch {
      // blocked: only what this page remembers
    }
    return { ...readEntries(text), ...unkept };
  };
  /** @param {Entries} entries */
  const keep = (entries) => {
    try {
      if (Object.keys(entries).length) open().setItem(KEY, writeEntries(entries));
      else open().removeItem(KEY);
      unkept = {};
    } catch {
      unkept = entries;
      failed = true;
    }
  };

  return {
    all,
    /**
     * Keep an entry in place of the one before, whatever the question was like then.
     *
     * @param {string} key  `id@digest`
     * @param {Entry} entry
     */
    note(key, entry) {
      const [id] = key.split("@");
      const others = Object.entries(all()).filter(([other]) => other.split("@")[0] !== id);
      keep({ ...Object.fromEntries(others), [key]: entry });
    },
    /**
     * Add what another browser knew. A question answered right in either is answered.
     *
     * @param {Entries} others
     */
    merge(others) {
      const entries = all();
      for (const [key, entry] of Object.entries(others)) {
        if (!entries[key]?.done) entries[key] = entry;
      }
      keep(entries);
    },
    erase: () => keep({}),
    /** Whether something could not be kept, if nobody has been told yet. */
    complaint: () => failed && !told && (told = true),
  };
}

/** @typedef {ReturnType<typeof openMemory>} Memory */
