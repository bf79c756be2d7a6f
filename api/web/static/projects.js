// Filtering the lines of a budget, and fetching an offer's pages when they are opened.
(function () {
  function filter(input) {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const group of document.querySelectorAll("[data-group]")) {
      let shown = 0;
      for (const row of group.querySelectorAll("[data-text]")) {
        const holds = words.every((word) => row.dataset.text.includes(word));
        row.hidden = !holds;
        shown += holds;
      }
      group.hidden = words.length > 0 && shown === 0;
      if (words.length && shown) group.open = true;
    }
    const none = document.querySelector("[data-no-match]");
    if (none) none.hidden = !words.length || !!document.querySelector("[data-group]:not([hidden])");
  }

  async function pages(details) {
    const place = details.querySelector(".pages-shown");
    if (place.childElementCount) return;
    place.textContent = "Setting the pages…";
    const address = details.dataset.pages;
    const answer = await fetch(`${address}?edition=client`).catch(() => null);
    if (!answer?.ok) {
      place.textContent = answer ? ((await answer.json().catch(() => ({}))).detail ?? "The pages cannot be shown now.") : "No connection. Try again.";
      return;
    }
    const { count } = await answer.json();
    place.replaceChildren(
      ...Array.from({ length: count }, (_, at) =>
        Object.assign(new Image(), { loading: "lazy", alt: `Page ${at + 1} of ${count}`, src: `${address}/${at + 1}.png?edition=client` }),
      ),
    );
  }

  document.addEventListener("input", (event) => event.target.matches?.("[data-filter-lines]") && filter(event.target));
  document.addEventListener("toggle", (event) => event.target.matches?.("details[data-pages][open]") && pages(event.target), true);
})();
