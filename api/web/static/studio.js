// What the studio's pages do in the browser alone. Nothing here decides anything; it keeps, reads, copies and scrolls.
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

  // A row named by the address: it arrives after the page, so the browser is sent to it once it is there.
  let sought = "";
  function find() {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id || sought === id) return;
    const row = document.getElementById(id);
    if (!row) return;
    sought = id;
    location.replace(location.hash);
    row.scrollIntoView({ block: "center" });
  }
  // An item of another card than the one that is shown: ask for the card that it is on, once.
  function elsewhere() {
    const id = decodeURIComponent(location.hash.slice(1));
    if (location.pathname !== "/rate-card" || !id || sought === id || !document.querySelector(".rates tr[id]")) return;
    if (new URLSearchParams(location.search).has("item")) return;
    sought = id;
    location.replace(`/rate-card?item=${encodeURIComponent(id)}#${encodeURIComponent(id)}`);
  }

  // On a phone the sections are a row that is longer than the screen.
  let inSight = false;
  function bringInSight() {
    const here = document.querySelector(".settings-nav .here");
    if (!here || inSight) return;
    inSight = true;
    here.scrollIntoView({ inline: "center", block: "nearest" });
  }

  new MutationObserver(() => {
    restore();
    find();
    elsewhere();
    bringInSight();
  }).observe(document, { childList: true, subtree: true });
  addEventListener("hashchange", () => {
    find();
    elsewhere();
  });

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
