// Adds a filter and sorting to long tables. The page reads the same without it.
(() => {
  "use strict";
  const ROWS_MIN = 9;
  const labels = document.body.dataset;
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });

  const sortKey = (row, column) => {
    const cell = row.cells[column];
    return cell ? (cell.dataset.sort ?? cell.textContent.trim()) : "";
  };

  const sortBy = (table, column, heading) => {
    const descending = heading.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const body = table.tBodies[0];
    const rows = [...body.rows].sort((one, other) => {
      const order = collator.compare(sortKey(one, column), sortKey(other, column));
      return descending ? -order : order;
    });
    body.append(...rows);
  };

  const addSorting = (table) => {
    [...table.tHead.rows[0].cells].forEach((heading, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.title = labels.sort;
      button.append(...heading.childNodes);
      button.addEventListener("click", () => sortBy(table, column, heading));
      heading.append(button);
    });
  };

  const addFilter = (table) => {
    const rows = [...table.tBodies[0].rows];
    const texts = rows.map((row) => row.textContent.toLocaleLowerCase());
    const form = document.createElement("p");
    form.className = "filter";
    const label = document.createElement("label");
    const input = document.createElement("input");
    const result = document.createElement("output");
    input.type = "search";
    label.append(labels.filter + " ", input);
    form.append(label, " ", result);
    input.addEventListener("input", () => {
      const wanted = input.value.toLocaleLowerCase().trim();
      let shown = 0;
      rows.forEach((row, index) => {
        row.hidden = wanted !== "" && !texts[index].includes(wanted);
        shown += row.hidden ? 0 : 1;
      });
      result.textContent = wanted === "" ? "" : labels.matches + " " + shown;
    });
    table.parentElement.before(form);
  };

  for (const table of document.querySelectorAll(".scroll > table")) {
    if (table.tBodies[0].rows.length >= ROWS_MIN) {
      addSorting(table);
      addFilter(table);
    }
  }

  // A button beside each command. From disk the clipboard may be closed; then the command is selected to be copied by hand.
  for (const command of document.querySelectorAll("code.command")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = labels.copy;
    button.setAttribute("aria-label", labels.copy + ": " + command.textContent);
    button.addEventListener("click", async () => {
      getSelection().selectAllChildren(command);
      try {
        await navigator.clipboard.writeText(command.textContent);
        button.textContent = labels.copied;
      } catch {
        button.textContent = document.execCommand("copy") ? labels.copied : labels.copy;
      }
    });
    command.after(button);
  }

  // A link to a row or a heading inside something folded opens it first.
  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = target && target.closest("details");
    if (fold) fold.open = true;
  };
  addEventListener("hashchange", unfold);
  unfold();
})();
