// What the studio's pages do in the browser alone. Nothing here decides anything; it keeps, reads and copies.
(function () {
  const KEPT = "greenlight-kept-";
  const kept = (box) => KEPT + box.closest("[data-keep]").dataset.keep;

  // A paste stays until it was filed, whatever becomes of the page.
  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-keep] textarea")) sessionStorage.setItem(kept(event.target), event.target.value);
  });

  function restore() {
    for (const box of document.querySelectorAll("[data-keep] textarea:not([data-restored])")) {
      box.dataset.restored = "yes";
      const words = sessionStorage.getItem(kept(box));
      if (words && !box.value) box.value = words;
    }
  }

  // An item of another card than the one that is shown: ask for the card that it is on, once.
  let found = "";
  function elsewhere() {
    const id = location.hash.slice(1);
    if (location.pathname !== "/rate-card" || !id || found === id || !document.querySelector(".rates tr[id]")) return;
    if (document.getElementById(id)) found = id; // a filter may put it out of sight later
    else if (!new URLSearchParams(location.search).has("item")) location.replace(`/rate-card?item=${id}#${id}`);
  }

  new MutationObserver(() => (restore(), elsewhere())).observe(document, { childList: true, subtree: true });
  addEventListener("hashchange", elsewhere);

  // A file is read here, into the box that it stands beside; spreadsheets still write windows-1252.
  document.addEventListener("change", async (event) => {
    if (!event.target.matches("input[type=file][data-into]") || !event.target.files.length) return;
    const bytes = await event.target.files[0].arrayBuffer();
    let words;
    try {
      words = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      words = new TextDecoder("windows-1252").decode(bytes);
    }
    const box = document.querySelector(event.target.dataset.into);
    box.value = words;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    event.target.value = "";
    box.focus();
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const source = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.textContent);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(source);
      button.textContent = "Selected: press Ctrl C";
    }
  });

  Object.assign(globalThis.greenlight, {
    keep(name, words) {
      if (words) sessionStorage.setItem(KEPT + name, words);
      else sessionStorage.removeItem(KEPT + name);
    },
  });
})();
