// What a page of the book does beyond what HTML and CSS do: remember the colours the reader
// chose, open the search with Ctrl+K, follow the headings, let the keyboard reach wide boxes,
// copy code, and open what is folded away before printing.
(() => {
  const root = document.documentElement;
  const all = (selector) => [...document.querySelectorAll(selector)];

  // Colours: as the system, then the other one, then the same one for good.
  const modeNames = { auto: "as the system", light: "light", dark: "dark" };
  const modeButton = document.getElementById("color-mode");

  function showMode(mode) {
    if (mode === "auto") delete root.dataset.theme;
    else root.dataset.theme = mode;
    document.getElementById("color-mode-name").textContent = modeNames[mode];
  }

  modeButton.addEventListener("click", () => {
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
  document.addEventListener("keydown", (event) => {
    if (event.key === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      document.getElementById("search-box").togglePopover();
    }
  });

  // The lists of pages and of headings: a link closes the list that covers the page.
  for (const list of all("nav[popover]")) {
    list.addEventListener("click", (event) => {
      if (event.target.closest("a") && list.matches(":popover-open")) list.hidePopover();
    });
  }
  const here = document.querySelector('#book-nav [aria-current="page"]');
  const bookNav = document.getElementById("book-nav");
  const centreHere = () => {
    if (here) bookNav.scrollTop = here.offsetTop - bookNav.clientHeight / 2;
  };
  bookNav.addEventListener("toggle", centreHere);
  centreHere();

  // The heading being read is marked in the list of headings.
  const links = new Map(all("#page-nav a").map((link) => [link.hash.slice(1), link]));
  const follow = new IntersectionObserver(
    (entries) => {
      const entry = entries.filter((one) => one.isIntersecting).pop();
      if (!entry) return;
      for (const link of links.values()) link.removeAttribute("aria-current");
      links.get(entry.target.id).setAttribute("aria-current", "true");
    },
    { rootMargin: "-20% 0px -70% 0px" },
  );
  for (const id of links.keys()) {
    const section = document.getElementById(decodeURIComponent(id));
    if (section) follow.observe(section);
  }

  // A box that scrolls sideways can be reached by keyboard, one that does not is no stop.
  const boxes = all(".scroll-box, .highlight pre, .cell_output .output");
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  for (const box of boxes) watch.observe(box);

  // Copying code.
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy-button";
  button.textContent = "Copy";
  for (const block of navigator.clipboard ? all(".highlight") : []) {
    if (block.closest(".cell_output")) continue;
    const copy = block.appendChild(button.cloneNode(true));
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(block.querySelector("pre").textContent.trimEnd());
      copy.textContent = "Copied";
      setTimeout(() => (copy.textContent = "Copy"), 2000);
    });
  }

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
