// Picking change sets, the dialogs, and the form: what is typed stays in the browser until the server has taken it.
(function () {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);

  // --- picking: kept by digest, so that a list that is drawn again shows the same picks, and a changed set is let go
  const picks = new Map();

  function showPicks() {
    const boxes = all("[data-pick]");
    const present = new Map(boxes.map((box) => [box.dataset.pick, box]));
    for (const [id, digest] of picks) if (present.get(id)?.dataset.digest !== digest) picks.delete(id);
    const kinds = present.get([...picks.keys()][0])?.dataset.kinds;
    for (const box of boxes) {
      box.checked = picks.has(box.dataset.pick);
      box.disabled = kinds !== undefined && box.dataset.kinds !== kinds;
      const label = box.closest("label");
      label.title = box.disabled ? "Of another kind than those you picked: only what is alike goes together" : "Pick, to greenlight it together with others of its kind";
    }
    const bar = byId("together");
    if (bar) bar.hidden = picks.size === 0;
    const count = byId("together-count");
    const told = `${picks.size} picked. Only what is alike goes together.`;
    if (count && count.textContent !== told) count.textContent = told;
  }

  // --- the form
  const form = () => byId("edit-form");
  const typedIn = (field) => (field.type === "checkbox" ? (field.checked ? "yes" : "") : field.value);
  function wasIn(field) {
    if (field.type === "checkbox") return field.defaultChecked ? "yes" : "";
    if (field.tagName === "SELECT") return ([...field.options].find((option) => option.defaultSelected) ?? field.options[0]).value;
    return field.defaultValue;
  }

  function edited() {
    const given = { values: {}, removed: [] };
    if (!form()) return given;
    for (const field of form().querySelectorAll("[data-path]"))
      if (typedIn(field) !== wasIn(field)) given.values[field.dataset.path] = typedIn(field);
    for (const box of form().querySelectorAll("[data-remove]")) if (box.checked) given.removed.push(box.dataset.remove);
    return given;
  }

  function countEdits() {
    const given = edited();
    const count = Object.keys(given.values).length + given.removed.length;
    const told = byId("edit-count");
    if (told) told.textContent = count ? `${count} change${count > 1 ? "s" : ""}, not saved yet.` : "Nothing changed yet.";
    return count;
  }

  // A cell of a table is too narrow for a sentence: it stands in a row of its own, from its column on.
  function rowOf(said, line, cell) {
    const row = Object.assign(document.createElement("tr"), { className: "refusal-row" });
    const before = cell ? cell.cellIndex : 0;
    if (before) row.insertCell().colSpan = before;
    const rest = row.insertCell();
    rest.colSpan = line.cells.length - before;
    rest.append(said);
    return row;
  }

  function refuse(path, message) {
    for (const old of all(".edit-form [aria-invalid]")) old.removeAttribute("aria-invalid");
    for (const old of all(".edit-form :is(.field-refusal, .refusal-row)")) old.remove();
    const place = path && (document.querySelector(`[data-path="${CSS.escape(path)}"]`) ?? document.querySelector(`[data-part="${CSS.escape(path)}"]`));
    const top = byId("edit-refusal");
    top.hidden = !message;
    top.textContent = message;
    if (!message) return;
    if (!place) return top.scrollIntoView({ block: "center" });
    for (let inside = place.closest("details"); inside; inside = inside.parentElement.closest("details")) inside.open = true;
    const field = place.matches("[data-path]") ? place : place.querySelector("[data-path]");
    field?.setAttribute("aria-invalid", "true");
    const said = Object.assign(document.createElement("span"), { className: "field-refusal", textContent: message });
    const line = place.closest("tr");
    if (line) line.after(rowOf(said, line, place.closest("td")));
    else (place.matches("[data-path]") ? place.parentElement : place).append(said);
    (field ?? place).focus();
    (field ?? place).scrollIntoView({ block: "center" });
  }

  // --- why one would reject: kept while the page is drawn anew under the dialog because somebody else acted
  const reasonOf = () => byId("reject-reason");
  const reasonPlace = () => "greenlight-reason" + location.pathname;
  let asking = false; // the dialog was open when the page was last looked at

  function keepAsking() {
    const dialog = byId("reject-dialog");
    const kept = sessionStorage.getItem(reasonPlace());
    if (dialog && reasonOf() && kept && !reasonOf().value) reasonOf().value = kept;
    if (asking && !dialog?.open) {
      if (dialog) globalThis.greenlight.openDialog("reject-dialog");
      else if (kept) setTimeout(tellKept, 1500); // unless it was this person's own rejection that was just taken
    }
    asking = dialog?.open ?? false;
  }

  function tellKept() {
    const words = sessionStorage.getItem(reasonPlace());
    if (!words || byId("reject-dialog")) return;
    sessionStorage.removeItem(reasonPlace());
    Quasar.Notify.create({
      message: `This was decided while you were writing. Your words were: “${words}”`,
      position: "bottom", timeout: 0, closeBtn: "Close", multiLine: true, classes: "notice",
    });
  }

  document.addEventListener("input", (event) => {
    if (event.target.id === "reject-reason") sessionStorage.setItem(reasonPlace(), event.target.value);
  });
  document.addEventListener("close", (event) => event.target.id === "reject-dialog" && (asking = false), true);

  Object.assign(globalThis.greenlight, {
    reasonTaken: () => sessionStorage.removeItem(reasonPlace()),
    picked: () => [...picks].map(([id, digest]) => ({ id, digest })),
    letGo() {
      picks.clear();
      showPicks();
    },
    openDialog(id) {
      const dialog = byId(id);
      if (dialog && !dialog.open) dialog.showModal();
      dialog?.querySelector("textarea, input")?.focus();
      if (id === "reject-dialog") asking = true;
    },
    closeDialog: (id) => byId(id)?.close(),
    reason(id) {
      const words = byId(id);
      const missing = !words.value.trim();
      byId("reject-refusal").hidden = !missing;
      words.setAttribute("aria-invalid", missing);
      if (missing) words.focus();
      return words.value;
    },
    editing() {
      scrollTo(0, 0);
      form()?.querySelector("[data-path]")?.focus({ preventScroll: true });
    },
    edited,
    edits_done: () => form()?.removeAttribute("id"),
    refuse,
    arrived(address, told) {
      history.replaceState(null, "", address);
      if (told) scrollTo(0, 0);
    },
  });

  document.addEventListener("change", (event) => {
    const box = event.target;
    if (box.dataset?.pick) {
      if (box.checked) picks.set(box.dataset.pick, box.dataset.digest);
      else picks.delete(box.dataset.pick);
      showPicks();
    }
    if (box.dataset?.submit) box.form.requestSubmit();
    if (box.dataset?.remove) box.closest("[data-part]")?.classList.toggle("taken-out", box.checked);
    if (box.closest?.("#edit-form")) countEdits();
  });
  document.addEventListener("input", (event) => event.target.closest?.("#edit-form") && countEdits());

  // An empty field of the filter is not worth a word in the address.
  document.addEventListener("submit", (event) => {
    if (!event.target.matches(".queue-form")) return;
    for (const field of event.target.elements) if (field.name && !field.value) field.disabled = true;
  });

  document.addEventListener("click", (event) => {
    const unfold = event.target.closest("[data-unfold]");
    const account = unfold && document.querySelector(unfold.getAttribute("href"));
    if (account?.tagName === "DETAILS") account.open = true;
    if (event.target.matches("dialog.dialog") && event.target.id !== "sign-in-again") event.target.close();
  });

  // `e` edits and `x` asks why one would reject; greenlighting takes a press on its button.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable=true], dialog[open]")) return;
    const button = { e: byId("act-edit"), x: byId("act-reject") }[event.key];
    if (!button || !button.offsetParent) return;
    event.preventDefault();
    button.click();
  });

  addEventListener("beforeunload", (event) => form() && countEdits() && event.preventDefault());
  // A list that was drawn again forgets what was picked in it; we do not.
  let drawn = null;
  new MutationObserver(() => {
    keepAsking();
    if (byId("queue") === drawn) return;
    drawn = byId("queue");
    showPicks();
  }).observe(document, { childList: true, subtree: true });
})();
