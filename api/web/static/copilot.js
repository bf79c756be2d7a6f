// The composer keeps what is typed until the server has stored it; files may be dropped anywhere on the conversation.
(function () {
  const KEY = "greenlight-draft";
  const MOST = 200000; // characters of one message; the server refuses more, and a socket breaks on much more
  const box = () => document.getElementById("composer-words");
  const place = () => KEY + location.pathname;

  function fit(words) {
    words.style.height = "auto";
    words.style.height = Math.min(words.scrollHeight, 220) + "px";
  }

  function takeWords() {
    const words = box();
    if (!words || words.readOnly || !words.value.trim()) return null;
    if (words.value.length > MOST) {
      Quasar.Notify.create({
        message: `This is longer than ${MOST.toLocaleString()} characters. Save it as a file and drop it here.`,
        position: "bottom", timeout: 0, closeBtn: "Close", multiLine: true, classes: "notice notice-bad",
      });
      return null;
    }
    words.readOnly = true;
    return words.value;
  }

  Object.assign(globalThis.greenlight, {
    send(emit) {
      const words = takeWords();
      if (words) emit(words);
    },
    composerKey(event) {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return false;
      event.preventDefault();
      return !event.target.readOnly && event.target.value.trim() !== "";
    },
    sent(address) {
      sessionStorage.removeItem(place());
      box().value = "";
      box().readOnly = false;
      fit(box());
      this.moved(address);
    },
    moved(address) {
      if (location.pathname !== address) history.replaceState(null, "", address);
    },
    unsent() {
      box().readOnly = false;
    },
    prefill(words) {
      box().value = words;
      fit(box());
      box().focus();
    },
  });

  document.addEventListener("input", (event) => {
    if (event.target.id !== "composer-words") return;
    if (event.target.value.length <= MOST) sessionStorage.setItem(place(), event.target.value);
    fit(event.target);
  });

  document.addEventListener("click", (event) => {
    const words = event.target.closest("[data-ask]")?.dataset.ask;
    if (words && box() && !box().readOnly) {
      box().value = words;
      document.getElementById("composer-send").click();
    }
  });

  const dropping = (on) => document.querySelector(".chat-main")?.classList.toggle("dropping", on);
  document.addEventListener("dragover", (event) => {
    if (!document.querySelector(".chat-main") || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    dropping(true);
  });
  document.addEventListener("dragleave", (event) => event.relatedTarget || dropping(false));
  document.addEventListener("drop", (event) => {
    const input = document.querySelector(".composer-upload input[type=file]");
    dropping(false);
    if (!input || !event.dataTransfer.files.length) return;
    event.preventDefault();
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });

  // Where the conversation ends for a reader: at its foot, but a long answer is read from its question on. What waits
  // to be greenlit stands below its answer, and comes first.
  function readingPlace(scroll) {
    const end = scroll.scrollHeight - scroll.clientHeight;
    const asked = [...scroll.querySelectorAll(".asked")].at(-1);
    const card = [...scroll.querySelectorAll(".change-card")].at(-1);
    if (!asked || (card && asked.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING)) return end;
    const top = scroll.scrollTop + asked.getBoundingClientRect().top - scroll.getBoundingClientRect().top - 16;
    return Math.min(end, top);
  }

  // Stay there while it grows, unless the person has scrolled away to read.
  function stayAtEnd(scroll) {
    let follows = true;
    const near = (place) => Math.abs(scroll.scrollTop - place) < 80;
    scroll.addEventListener("scroll", () => (follows = near(readingPlace(scroll)) || near(scroll.scrollHeight - scroll.clientHeight)));
    new MutationObserver(() => follows && (scroll.scrollTop = readingPlace(scroll))).observe(scroll, { childList: true, subtree: true, characterData: true });
    scroll.scrollTop = readingPlace(scroll);
  }

  new MutationObserver((_, observer) => {
    const scroll = document.getElementById("chat-scroll");
    if (!scroll || !box()) return;
    observer.disconnect();
    stayAtEnd(scroll);
    const draft = sessionStorage.getItem(place());
    if (draft && !box().value) {
      box().value = draft;
      fit(box());
    }
  }).observe(document, { childList: true, subtree: true });
})();
