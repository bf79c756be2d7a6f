// Before anything is drawn: the theme this person chose, or else the system's.
(function () {
  const chosen = localStorage.getItem("greenlight-theme");
  const dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
