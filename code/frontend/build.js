// Bundles the figures into the Python package and the practice into the book's extension:
// `npm run build` (or `node build.js FOLDER`).
//
// <kind>.js    for pages with a figure of this kind: a classic script, which also runs from file://
// <kind>.mjs   for notebooks: the module that anywidget loads
// figures.css  for both and all kinds: the palette (from palette.json) and the style sheets
// practice.js, practice.css   for pages with questions
import { build } from "esbuild";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const python = join(here, "..", "mlmath");
const out = process.argv[2] ?? join(python, "figures", "static");
const practice = process.argv[2] ?? join(here, "..", "..", "book", "_ext", "practice", "static");

/** @param {string} name */
const property = (name) => `--ml-${name.replaceAll("_", "-")}`;

/** The palette as custom properties, each of which follows the colour scheme it is shown in. */
async function palette() {
  /** @type {Record<string, {light: string, dark: string}>} */
  const roles = JSON.parse(await readFile(join(python, "plotting", "palette.json"), "utf8"));
  const lines = Object.entries(roles).map(
    ([name, { light, dark }]) => `  ${property(name)}: light-dark(${light}, ${dark});`,
  );
  return `.mlf {\n${lines.join("\n")}\n}\n`;
}

const figures = (await readdir(join(here, "src", "figures"))).sort();

/**
 * The kinds of figures: whatever a module of src/figures exports that can be built.
 *
 * @returns {Promise<{name: string, file: string, binding: string}[]>}
 */
async function kinds() {
  const found = [];
  for (const file of figures.filter((file) => file.endsWith(".js"))) {
    const exported = Object.entries(await import(`./src/figures/${file}`));
    for (const [binding, value] of exported) {
      if (value.build) found.push({ name: value.name, file, binding });
    }
  }
  return found;
}

const made = "/* Built from code/frontend: change the source, then `npm run build`. */";
const common = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  target: "es2022",
  charset: /** @type {const} */ ("utf8"),
  banner: { js: made, css: made },
};
/** @param {string} name */
const source = (name) => readFile(join(here, "src", name), "utf8");

/** The palette, what all figures share, and what single kinds add. */
async function styles() {
  const own = figures.filter((file) => file.endsWith(".css")).map((file) => `figures/${file}`);
  const sheets = await Promise.all(["figures.css", ...own].map(source));
  return [await palette(), ...sheets].join("");
}

/**
 * A script that starts one kind of figure in one of the two hosts.
 *
 * @param {Awaited<ReturnType<typeof kinds>>[number]} kind
 * @param {"host" | "widget"} host
 */
const script = ({ name, file, binding }, host) =>
  build({
    ...common,
    stdin: {
      contents: `
        import { ${host} } from "./${host}.js";
        import { ${binding} as kind } from "./figures/${file}";
        ${host === "host" ? "" : "export default "}${host}(kind);`,
      resolveDir: join(here, "src"),
    },
    format: host === "host" ? "iife" : "esm",
    outfile: join(out, `${name}.${host === "host" ? "js" : "mjs"}`),
  });

await Promise.all([
  ...(await kinds()).flatMap((kind) => [script(kind, "host"), script(kind, "widget")]),
  build({
    ...common,
    stdin: { contents: await styles(), loader: "css" },
    // Older browsers would otherwise get a polyfill of light-dark() that knows nothing of themes.
    target: "chrome123",
    outfile: join(out, "figures.css"),
  }),
  build({
    ...common,
    entryPoints: ["src/practice/practice.js", "src/practice/practice.css"],
    format: "iife",
    outdir: practice,
  }),
]);
