// A fact leads to its words in the brief, and the words to their facts; on a phone one of the two is in sight.
(function () {
  const root = () => document.querySelector(".brief");
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  function side(which) {
    root().dataset.side = which;
    for (const button of root().querySelectorAll("[data-brief-side]"))
      button.setAttribute("aria-pressed", String(button.dataset.briefSide === which));
  }

  function emphasise(found) {
    for (const old of root().querySelectorAll(".emphasised")) old.classList.remove("emphasised");
    for (const one of found) one.classList.add("emphasised");
    found[0]?.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
  }

  document.addEventListener("click", (event) => {
    const brief = event.target.closest(".brief");
    if (!brief) return;
    const chosen = event.target.closest("[data-brief-side]");
    if (chosen) return side(chosen.dataset.briefSide);
    const fact = event.target.closest(".brief-fact");
    const quote = event.target.closest("[data-quote]")?.dataset.quote ?? fact?.dataset.quotes.split(" ")[0];
    const mark = event.target.closest("mark[data-marks]");
    if (quote) {
      side("text");
      emphasise([...brief.querySelectorAll(`mark[data-marks~="${CSS.escape(quote)}"]`)]);
    } else if (mark && !getSelection().toString()) {
      const named = mark.dataset.marks.split(" ").map((one) => `.brief-fact[data-quotes~="${CSS.escape(one)}"]`);
      side("facts");
      emphasise([...brief.querySelectorAll(named.join(","))]);
    }
  });
})();
