// Reads formulas as lines of JSON {tex, display, macros}; answers each with a line
// {html} or {problem, position}.
const katex = require(process.argv[2]);

function render({ tex, display, macros }) {
  try {
    const html = katex.renderToString(tex, {
      displayMode: display,
      macros: { ...macros },
      output: "htmlAndMathml",
      strict: "error",
      throwOnError: true,
      trust: refuse,
    });
    return { html: withoutSource(html) };
  } catch (error) {
    return {
      problem: error.rawMessage || error.message,
      position: error.position || 0,
    };
  }
}

// KaTeX would set a command that it does not trust as red text.
function refuse({ command }) {
  throw new katex.ParseError(`${command} is not allowed here`);
}

// KaTeX repeats the TeX beside the MathML; readers do not need it and pages get lighter.
function withoutSource(html) {
  return html
    .replace(/<annotation encoding="application\/x-tex">.*?<\/annotation>/s, "")
    .replace(/<\/?semantics>/g, "")
    .replace(' xmlns="http://www.w3.org/1998/Math/MathML"', "");
}

require("node:readline")
  .createInterface({ input: process.stdin })
  .on("line", (line) => {
    process.stdout.write(JSON.stringify(render(JSON.parse(line))) + "\n");
  });
