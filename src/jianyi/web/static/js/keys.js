/* Single-key shortcuts of the worklists. Off inside fields, and for whoever switched them off on this machine. */
(() => {
  "use strict";

  const OFF = "jianyi.keys.off";
  const rows = () => Array.from(document.querySelectorAll("[data-rows] [data-row]"));
  const here = () => document.querySelector("[data-row].here");

  const stand = (row) => {
    if (!row) return;
    const before = here();
    if (before) before.classList.remove("here");
    row.classList.add("here");
    row.querySelector("[data-open]").focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  };

  const move = (by) => {
    const list = rows();
    const at = list.indexOf(here());
    stand(list[at < 0 ? 0 : Math.min(list.length - 1, Math.max(0, at + by))]);
  };

  const acts = {
    "/": () => document.querySelector("[data-key-search]")?.focus(),
    "?": () => document.getElementById("keys")?.showModal(),
    j: () => move(1),
    k: () => move(-1),
    x: () => here()?.querySelector("input[name=picked]")?.click(),
    Enter: () => here()?.querySelector("[data-open]")?.click(),
  };

  const busy = (event) => {
    const at = event.target;
    const writing = at.closest("input:not([type=checkbox]), textarea, select, [contenteditable], dialog[open]");
    // Enter on a link or button already means something.
    const pressing = event.key === "Enter" && at.closest("a, button, summary, input");
    return event.ctrlKey || event.metaKey || event.altKey || event.isComposing || writing || pressing;
  };

  document.addEventListener("keydown", (event) => {
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || busy(event) || localStorage.getItem(OFF)) return;
    event.preventDefault();
    act();
  });

  document.querySelectorAll("[data-keys-off]").forEach((box) => {
    box.checked = Boolean(localStorage.getItem(OFF));
    box.addEventListener("change", () => {
      if (box.checked) localStorage.setItem(OFF, "yes");
      else localStorage.removeItem(OFF);
    });
  });
})();
