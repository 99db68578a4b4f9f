// What a page of the book does beyond what HTML and CSS do: remember the colours that the reader
// chose, open the search with Ctrl+K, follow the headings, let the keyboard reach wide boxes,
// copy code, and open what is folded away before printing.
(() => {
  const root = document.documentElement;
  const all = (selector) => [...document.querySelectorAll(selector)];

  // Colours: as the system, then the other one, then the same one for good.
  const modeNames = { auto: "as the system", light: "light", dark: "dark" };

  function showMode(mode) {
    if (mode === "auto") delete root.dataset.theme;
    else root.dataset.theme = mode;
    document.getElementById("color-mode-name").textContent = modeNames[mode];
  }

  document.getElementById("color-mode").addEventListener("click", () => {
    const systemIsDark = matchMedia("(prefers-color-scheme: dark)").matches;
    const order = systemIsDark ? ["auto", "light", "dark"] : ["auto", "dark", "light"];
    const mode = order[(order.indexOf(root.dataset.theme || "auto") + 1) % 3];
    showMode(mode);
    try {
      localStorage.setItem("mode", mode);
    } catch {
      // A browser that keeps nothing still changes the page.
    }
  });
  showMode(root.dataset.theme || "auto");

  // Search.
  addEventListener("keydown", (event) => {
    const control = event.ctrlKey !== event.metaKey && !event.shiftKey && !event.altKey;
    if (control && event.key.toLowerCase() === "k") {
      event.preventDefault();
      document.getElementById("search-box").togglePopover();
    }
  });

  // The lists of pages and of headings. A link closes the list if it covers the page; the list
  // of pages shows the part where the reader is.
  for (const list of all("nav[popover]")) {
    list.addEventListener("click", (event) => {
      if (event.target.closest("a") && list.matches(":popover-open")) list.hidePopover();
    });
  }
  const pages = document.getElementById("book-nav");
  function showHere() {
    const here = pages.querySelector('[aria-current="page"]');
    if (here) pages.scrollTop = here.offsetTop - pages.clientHeight / 2;
  }
  pages.addEventListener("toggle", showHere);

  // The section being read is marked in the list of headings.
  const headings = new Map(all("#page-nav a").map((link) => [link.hash.slice(1), link]));
  function markHeading(entries) {
    const entry = entries.filter((one) => one.isIntersecting).pop();
    if (!entry) return;
    for (const link of headings.values()) link.removeAttribute("aria-current");
    headings.get(entry.target.id).setAttribute("aria-current", "true");
  }

  // A box that scrolls sideways can be reached by keyboard; one that does not is no stop.
  function setStops(entries) {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  }

  function addCopyButton(block) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-button";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(block.querySelector("pre").textContent.trimEnd());
      button.textContent = "Copied";
      setTimeout(() => (button.textContent = "Copy"), 2000);
    });
    block.append(button);
  }

  // The page is there to be read; these can wait until the browser has shown it.
  const whenIdle = window.requestIdleCallback || setTimeout;
  whenIdle(() => {
    if (matchMedia("(min-width: 62rem)").matches) showHere();
    const follow = new IntersectionObserver(markHeading, { rootMargin: "-20% 0px -70%" });
    for (const id of headings.keys()) {
      const section = document.getElementById(id);
      if (section) follow.observe(section);
    }
    const boxes = new ResizeObserver(setStops);
    for (const box of all(".scroll-box, .highlight pre, .cell_output .output, p:has(.katex)")) {
      boxes.observe(box);
    }
    if (navigator.clipboard) {
      all(".highlight").filter((block) => !block.closest(".cell_output")).forEach(addCopyButton);
    }
  });

  // Paper shows everything.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("details:not([open])");
    for (const folded of opened) folded.open = true;
  });
  addEventListener("afterprint", () => {
    for (const folded of opened) folded.open = false;
  });
})();
