// Numbers as readers type them: `3`, `−0,5`, `3/4`, `sqrt(2)/2`, `2π`. The same rules as
// `mlmath.practice.expression`; a table of cases holds the two together.

/** @type {Record<string, string>} */
const SPELLINGS = {
  "−": "-",
  "–": "-",
  "—": "-",
  "×": "*",
  "·": "*",
  "⋅": "*",
  "**": "^",
  "÷": "/",
  "∕": "/",
  "⁄": "/",
  "√": "sqrt",
  π: "pi",
};
const SPELLING = new RegExp(
  Object.keys(SPELLINGS)
    .map((text) => text.replaceAll("*", "\\*"))
    .join("|"),
  "g",
);
const SPACE = "[ \\t\\n\\r\\u00a0\\u2009\\u202f]*";
const TOKEN = new RegExp(
  `${SPACE}((?:[0-9]+(?:\\.[0-9]*|,[0-9]+)?|[.,][0-9]+)(?:e[+-]?[0-9]+)?|sqrt|pi|e|[-+*/^()])`,
  "y",
);
const EDGES = new RegExp(`^${SPACE}|${SPACE}$`, "g");
const LONGEST = 100;

/** A text that is no number; `reason` is the key of the message that says why. */
export class Unreadable extends Error {
  /** @param {string} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * The finite number that a text stands for.
 *
 * @param {string} text
 * @returns {number}
 * @throws {Unreadable}
 */
export function readNumber(text) {
  const tokens = readTokens(text);
  const value = readSum(tokens);
  if (tokens.length) throw new Unreadable("unreadable");
  return finite(value);
}

/**
 * @param {string} text
 * @returns {string[]} the last first, so that `pop` takes the next
 */
function readTokens(text) {
  const plain = text
    .replace(SPELLING, (sign) => SPELLINGS[sign])
    .replace(EDGES, "")
    .toLowerCase();
  if (!plain) throw new Unreadable("empty");
  if (plain.length > LONGEST) throw new Unreadable("unreadable");
  const tokens = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < plain.length) {
    const match = TOKEN.exec(plain);
    if (!match) throw new Unreadable("unreadable");
    tokens.push(match[1]);
  }
  return tokens.reverse();
}

/**
 * @param {string[]} tokens
 * @param {string[]} wanted
 */
const follows = (tokens, wanted) => wanted.includes(tokens.at(-1) ?? "");

/** @param {string[]} tokens @returns {number} */
function readSum(tokens) {
  let value = readTerm(tokens);
  while (follows(tokens, ["+", "-"])) {
    value += tokens.pop() === "+" ? readTerm(tokens) : -readTerm(tokens);
  }
  return value;
}

/** @param {string[]} tokens */
function readTerm(tokens) {
  let value = readFactor(tokens);
  while (follows(tokens, ["*", "/", "(", "sqrt", "pi", "e"])) {
    const divide = follows(tokens, ["/"]);
    if (follows(tokens, ["*", "/"])) tokens.pop();
    const factor = readFactor(tokens);
    if (divide && factor === 0) throw new Unreadable("division");
    value = divide ? value / factor : value * factor;
  }
  return value;
}

/** @param {string[]} tokens @returns {number} */
function readFactor(tokens) {
  if (follows(tokens, ["+", "-"])) {
    return tokens.pop() === "+" ? readFactor(tokens) : -readFactor(tokens);
  }
  const value = readAtom(tokens);
  if (!follows(tokens, ["^"])) return value;
  tokens.pop();
  return power(value, readFactor(tokens));
}

/** @param {string[]} tokens @returns {number} */
function readAtom(tokens) {
  const token = tokens.pop() ?? "";
  if (token === "pi") return Math.PI;
  if (token === "e") return Math.E;
  if (token === "sqrt") {
    const radicand = readAtom(tokens);
    if (radicand < 0) throw new Unreadable("root");
    return Math.sqrt(radicand);
  }
  if (token === "(") {
    const value = readSum(tokens);
    if (tokens.pop() !== ")") throw new Unreadable("unreadable");
    return value;
  }
  if (!/^[0-9.,]/.test(token)) throw new Unreadable("unreadable");
  if (/^[1-9][0-9]{0,2},[0-9]{3}$/.test(token)) throw new Unreadable("thousands");
  return finite(Number(token.replace(",", ".")));
}

/**
 * @param {number} base
 * @param {number} exponent
 */
function power(base, exponent) {
  if (base === 0 && exponent < 0) throw new Unreadable("division");
  const value = base ** exponent;
  if (Number.isNaN(value)) throw new Unreadable("root");
  return finite(value);
}

/** @param {number} value */
function finite(value) {
  if (!Number.isFinite(value)) throw new Unreadable("large");
  return value;
}
