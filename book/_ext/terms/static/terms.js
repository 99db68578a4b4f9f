// The definition of a term, beside its link: for a pointer, for the keyboard, for a first tap.
(() => {
  let shown = null;
  let leaving = 0;

  /** @param {HTMLAnchorElement} link */
  function show(link) {
    clearTimeout(leaving);
    const definition = document.getElementById(link.getAttribute("aria-describedby"));
    if (shown === definition) return;
    hide();
    shown = definition;
    definition.hidden = false;
    const word = [...link.getClientRects()].at(-1);
    const around = definition.offsetParent.getBoundingClientRect();
    const room = document.documentElement.clientWidth - definition.offsetWidth - 8;
    definition.style.left = `${Math.max(8, Math.min(word.left, room)) - around.left}px`;
    definition.style.top = `${word.bottom + 4 - around.top}px`;
  }
  function hide() {
    if (shown) shown.hidden = true;
    shown = null;
  }
  function leave() {
    clearTimeout(leaving);
    leaving = setTimeout(hide, 250); // time to move onto the definition
  }

  for (const link of document.querySelectorAll('article a[href*="#term-"]')) {
    const id = `definition-${link.hash.slice(1)}`;
    const definition = document.getElementById(id);
    if (!definition) continue;
    link.setAttribute("aria-describedby", id);
    link.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") show(link);
    });
    link.addEventListener("pointerleave", leave);
    link.addEventListener("focus", () => link.matches(":focus-visible") && show(link));
    link.addEventListener("blur", hide);
    link.addEventListener("click", (event) => {
      if (event.pointerType !== "touch" || shown === definition) return;
      event.preventDefault(); // the second tap follows the link
      show(link);
    });
    definition.addEventListener("pointerenter", () => clearTimeout(leaving));
    definition.addEventListener("pointerleave", leave);
  }
  addEventListener("keydown", (event) => event.key === "Escape" && hide());
  addEventListener("pointerdown", (event) => {
    if (shown && !event.target.closest(".term-definition, a[aria-describedby]")) hide();
  });
})();
