// What the keyboard does, the palette, the theme, landing on what an address names, and signing in again. Everything else is the server's.
(function () {
  // A dialog that has just been closed keeps its focus for a moment; what is hidden is not typed into.
  const typing = (target) =>
    target.checkVisibility() && target.closest("input, textarea, select, [contenteditable=true], dialog[open]");
  const palette = () => document.getElementById("palette");
  let went = 0; // when `g` was pressed

  function openPalette() {
    const dialog = palette();
    if (!dialog || dialog.open) return;
    dialog.showModal();
    const words = document.getElementById("palette-words");
    words.value = "";
    words.dispatchEvent(new Event("input"));
    words.focus();
  }

  function step(rows, by) {
    if (!rows.length) return;
    const at = rows.indexOf(document.activeElement);
    const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1);
    rows[next].focus();
    rows[next].scrollIntoView({ block: "nearest" });
  }

  function inPalette(event) {
    const rows = [...palette().querySelectorAll(".palette-row")];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(rows, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && event.target.id === "palette-words") {
      event.preventDefault();
      const first = rows[0];
      if (first) first.click();
    }
  }

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      return openPalette();
    }
    if (palette()?.open) return inPalette(event);
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const place = document.querySelector(`.place[data-key="${CSS.escape(event.key)}"]`);
    if (Date.now() - went < 1200 && place) {
      event.preventDefault();
      place.click();
    } else if (event.key === "g") {
      went = Date.now();
    } else if (event.key === "/") {
      event.preventDefault();
      openPalette();
    } else if (event.key === "j" || event.key === "k") {
      step([...document.querySelectorAll("[data-row]")], event.key === "j" ? 1 : -1);
    } else if (event.key === "?") {
      document.getElementById("keys")?.showModal();
    }
  });

  document.addEventListener("click", (event) => {
    const dialog = palette();
    if (dialog?.open && event.target === dialog) dialog.close();
    const act = event.target.closest("[data-act]")?.dataset.act;
    if (act === "palette") openPalette();
    if (act === "theme") setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark");
    if (act === "sign-out") post("/sign-out");
  });

  function post(address) {
    const form = Object.assign(document.createElement("form"), { method: "post", action: address });
    document.body.append(form);
    form.submit();
  }

  function setTheme(theme) {
    localStorage.setItem("greenlight-theme", theme);
    document.documentElement.dataset.theme = theme;
    globalThis.Quasar?.Dark.set(theme === "dark");
  }

  // The session ended while something was being done: ask for the password here, and lose nothing of the page.
  async function signInAgain() {
    let dialog = document.getElementById("sign-in-again");
    if (!dialog) {
      dialog = Object.assign(document.createElement("dialog"), { id: "sign-in-again", className: "dialog" });
      dialog.setAttribute("aria-label", "Sign in again");
      dialog.innerHTML =
        '<form class="door-form"><h2>Your session has ended</h2>' +
        "<p>Sign in again to go on. What you have typed is still here.</p>" +
        '<p class="refusal" role="alert" hidden></p>' +
        '<label>E-mail<input name="email" type="email" required autocomplete="username"></label>' +
        '<label>Password<input name="password" type="password" required autocomplete="current-password"></label>' +
        '<button class="btn btn-primary" type="submit">Sign in</button></form>';
      document.body.append(dialog);
      dialog.querySelector("form").addEventListener("submit", (event) => again(event, dialog));
    }
    if (!dialog.open) dialog.showModal();
  }

  async function again(event, dialog) {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.target));
    const answer = await fetch("/v1/sessions", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(given),
    });
    const refusal = dialog.querySelector(".refusal");
    refusal.hidden = answer.ok;
    if (!answer.ok) {
      refusal.textContent = (await answer.json()).detail;
      return;
    }
    event.target.reset();
    dialog.close();
    // A new connection carries the new session; the page and what was typed stay. It goes on at the message one is at:
    // NiceGUI says so by itself only when it reconnects by itself, and loads the page anew when it cannot go on.
    globalThis.socket.io.opts.query.next_message_id = globalThis.nextMessageId;
    globalThis.socket.disconnect().connect();
  }

  // What an address names is drawn after the page was loaded, so the browser's own jump to it comes too early; and what
  // is drawn anew stays marked where it was landed on.
  let landed = "";
  function land() {
    let id = "";
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      return; // no words of ours
    }
    const named = id && document.getElementById(id);
    if (!named || named.tagName === "MAIN" || (landed === id && named.classList.contains("cited"))) return;
    for (const old of document.querySelectorAll(".cited")) old.classList.remove("cited");
    named.classList.add("cited");
    if (landed === id) return;
    landed = id;
    for (let at = named.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
    named.scrollIntoView({ block: "center" });
  }
  addEventListener("hashchange", () => {
    landed = "";
    land();
  });

  // On a phone the tabs are a row that is longer than the screen: the one that one is on is brought in sight.
  let tab = null;
  function showTab() {
    const here = document.querySelector(".tabs .here, .settings-nav .here");
    if (here !== tab) here?.scrollIntoView({ inline: "center", block: "nearest" });
    tab = here;
  }

  new MutationObserver(() => (land(), showTab())).observe(document, { childList: true, subtree: true });

  globalThis.greenlight = { signInAgain, openPalette };
  addEventListener("load", () => globalThis.Quasar?.Dark.set(document.documentElement.dataset.theme === "dark"));
})();
