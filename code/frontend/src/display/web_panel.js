// Beside the picture of a little web: the link matrix with the ranks, and the buttons that
// set and remove the links of one page. Python has written both; here they follow the state.

import { set, write } from "./svg.js";
import { number } from "../maths/number.js";

/**
 * @param {HTMLTableElement} table
 * @returns {(labels: string[], matrix: number[][], ranks: number[], top: number[], selected: number) => void}
 */
export function webTable(table) {
  const head = table.tHead?.rows[0];
  const body = table.tBodies[0];
  if (!head) throw new Error("the table has no head");
  return (labels, matrix, ranks, top, selected) => {
    const size = labels.length;
    if (body.rows.length !== size) {
      head.replaceChildren(
        document.createElement("td"),
        ...Array.from({ length: size + 1 }, () => header("col")),
      );
      body.replaceChildren(...labels.map(() => row(size)));
      write(head.cells[size + 1], "rank");
    }
    labels.forEach((label, page) => {
      const { cells } = body.rows[page];
      write(head.cells[page + 1], label);
      write(cells[0], label);
      matrix[page].forEach((entry, from) => write(cells[from + 1], fraction(entry)));
      write(cells[size + 1], number(ranks[page]));
      body.rows[page].classList.toggle("mlf-web-top", top.includes(page));
    });
    for (const { cells } of table.rows) {
      for (const cell of cells) {
        cell.classList.toggle("mlf-web-selected", cell.cellIndex === selected + 1);
      }
    }
  };
}

/** @param {number} size */
function row(size) {
  const row = document.createElement("tr");
  row.append(header("row"));
  for (let cell = 0; cell <= size; cell++) row.insertCell();
  return row;
}

/** @param {string} scope */
function header(scope) {
  const cell = document.createElement("th");
  cell.scope = scope;
  return cell;
}

/**
 * @param {HTMLElement} group
 * @returns {(labels: string[], selected: number, isLinked: (page: number) => boolean) => void}
 */
export function webToggles(group) {
  const buttons = group.getElementsByTagName("button");
  return (labels, selected, isLinked) => {
    while (buttons.length > labels.length) buttons[buttons.length - 1].remove();
    while (buttons.length < labels.length) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "mlf-button";
      button.dataset.action = "toggle";
      button.value = String(buttons.length);
      group.append(button);
    }
    set(group, { "aria-label": `Page ${labels[selected]} links to` });
    labels.forEach((label, page) => {
      write(buttons[page], label);
      set(buttons[page], { "aria-pressed": String(isLinked(page)) });
    });
  };
}

/**
 * An entry of the link matrix: 0, 1 or 1/k.
 *
 * @param {number} entry
 */
function fraction(entry) {
  return entry === 0 || entry === 1 ? String(entry) : `1/${Math.round(1 / entry)}`;
}
