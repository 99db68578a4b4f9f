// Sphinx shows a piece of each page that it found. Two repairs: a formula is on a page twice, once
// to be seen and once to be spoken, and should be in the piece once; and a page opened from a
// folder may not read its neighbours, so there the list has to do without pieces.
(() => {
  Search.htmlToText = (html, anchor) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    for (const extra of page.querySelectorAll(".katex-html, .headerlink, script, style, svg")) {
      extra.remove();
    }
    const part = anchor && page.getElementById(decodeURIComponent(anchor.slice(1)));
    return (part || page.querySelector("article")).textContent;
  };
  if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
})();
