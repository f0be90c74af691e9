/* What every page does besides its links and forms. Nothing here is needed to get work done. */
(() => {
  "use strict";

  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  /* Our own colours follow the device by themselves; Tabler's need to be told. */
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = document.documentElement.dataset.bsTheme;
  const follow = () => { document.documentElement.dataset.bsTheme = chosen || (dark.matches ? "dark" : "light"); };
  follow();
  dark.addEventListener("change", follow);

  const icon = (name) => {
    const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    drawing.setAttribute("class", "ti");
    drawing.setAttribute("aria-hidden", "true");
    use.setAttribute("href", `${document.body.dataset.sprite}#${name}`);
    drawing.append(use);
    return drawing;
  };

  /* A menu longer than the window opens where the reader is. */
  all(".jy-side [aria-current]").forEach((here) => {
    const menu = here.closest(".jy-side");
    const below = here.offsetTop + here.offsetHeight - menu.clientHeight;
    if (below > 0) menu.scrollTop = below + menu.clientHeight / 3;
  });

  /* Toasts: ten seconds, longer while somebody reads or is about to press; gone at a touch. */
  const fade = (toast) => {
    let timer;
    const start = () => { timer = setTimeout(() => toast.remove(), 10000); };
    const stay = () => clearTimeout(timer);
    ["mouseenter", "focusin"].forEach((event) => toast.addEventListener(event, stay));
    ["mouseleave", "focusout"].forEach((event) => toast.addEventListener(event, start));
    toast.addEventListener("click", () => toast.remove());
    start();
  };
  const toast = ({ text, href, link, bad }) => {
    const box = document.createElement("div");
    const words = document.createElement("span");
    box.className = bad ? "toasty bad" : "toasty";
    words.textContent = text;
    box.append(icon(bad ? "alert-triangle" : "circle-check"), words);
    if (href) {
      const go = document.createElement("a");
      go.href = href;
      go.textContent = link || "查看";
      box.append(go);
    }
    document.getElementById("toasts").append(box);
    fade(box);
  };
  all("[data-toast]").forEach(fade);
  document.addEventListener("toast", (event) => toast(event.detail));

  /* Dialogs: a link to #id opens it, also without this script (:target). */
  const show = (dialog) => { if (dialog && !dialog.open) dialog.showModal(); };
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-dialog]");
    const closer = event.target.closest("[data-close]");
    if (opener) {
      event.preventDefault();
      show(document.getElementById(opener.dataset.dialog));
    } else if (closer) {
      event.preventDefault();
      closer.closest("dialog").close();
    } else if (event.target.matches("dialog[open]")) {
      event.target.close();
    }
  });

  /* The drawer of narrow screens, and menus that close when one looks elsewhere. */
  const nav = document.getElementById("nav");
  const close = () => {
    if (nav) nav.classList.remove("open");
    all("details.jy-drop[open]").forEach((menu) => { menu.open = false; });
  };
  /* Who opens the drawer from the keyboard goes on inside it; who leaves by Escape is where they came from. */
  const back = () => {
    const menu = document.activeElement.closest("details.jy-drop[open]");
    if (menu) return menu.querySelector("summary");
    return nav && nav.classList.contains("open") ? document.querySelector(".jy-menu") : null;
  };
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-drawer]")) {
      event.preventDefault();
      const from = nav.classList.toggle("open") ? nav.querySelector("a[href]") : document.querySelector(".jy-menu");
      if (event.detail === 0) from.focus();
    } else if (!event.target.closest("#nav, details.jy-drop")) {
      close();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const there = back();
    close();
    if (there) there.focus();
  });

  /* A button that cannot be pressed says why: the eye is led to what is missing. */
  document.addEventListener("click", (event) => {
    const idle = event.target.closest("[aria-disabled=true]");
    if (!idle) return;
    event.preventDefault();
    const why = document.getElementById(idle.getAttribute("aria-describedby"));
    if (why) { why.tabIndex = -1; why.focus(); }
  });

  /* A second press of the same button does nothing while the first is under way. */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) event.preventDefault();
    if (event.defaultPrevented || form.method !== "post") return;
    form.dataset.sent = "yes";
    // A download or a refused part leaves the page as it is: then it must be possible to press again.
    setTimeout(() => delete form.dataset.sent, 4000);
  });
  window.addEventListener("pageshow", () => all("form[data-sent]").forEach((form) => delete form.dataset.sent));

  /* Filters act when chosen; their button is for those without scripts. */
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-auto]");
    if (form && event.target.matches("select, input[type=checkbox], input[type=radio]")) form.requestSubmit();
  });
  all("form[data-auto] [data-no-script]").forEach((button) => { button.hidden = true; });

  /* Length of a text against its limit. */
  const tally = (field) => {
    let shown = field.nextElementSibling;
    if (!shown || !shown.matches(".count")) {
      shown = document.createElement("div");
      shown.className = "jy-hint num count";
      field.after(shown);
    }
    shown.textContent = `${field.value.length} / ${field.maxLength} 字`;
  };
  document.addEventListener("input", (event) => { if (event.target.matches("[data-count]")) tally(event.target); });

  /* Ticked rows: how many, and all of this page at once. */
  const count = (box) => {
    const table = box.closest("[data-rows]");
    if (!table) return;
    const ticked = all("input[name=picked]", table);
    if (box.matches("[data-pick-all]")) ticked.forEach((each) => { each.checked = box.checked; });
    ticked.forEach((each) => each.closest("tr").setAttribute("aria-selected", each.checked));
    const n = ticked.filter((each) => each.checked).length;
    all("[data-bulk]").forEach((bar) => {
      bar.hidden = n === 0;
      bar.querySelector("[data-picked]").textContent = `已选 ${n} 件`;
    });
  };
  document.addEventListener("change", (event) => { if (event.target.matches("[data-rows] input[type=checkbox]")) count(event.target); });

  /* Printing shows what is folded away. */
  document.addEventListener("click", (event) => { if (event.target.closest("[data-print]")) window.print(); });
  window.addEventListener("beforeprint", () => all("details.why:not([open])").forEach((each) => { each.open = true; each.dataset.folded = "yes"; }));
  window.addEventListener("afterprint", () => all("details[data-folded]").forEach((each) => { each.open = false; delete each.dataset.folded; }));

  /* The line: said once, gone when it is back. */
  let offline;
  const line = () => {
    if (offline) offline.remove();
    offline = null;
    if (navigator.onLine) return;
    offline = document.createElement("div");
    const words = document.createElement("span");
    offline.className = "jy-note warn jy-offline";
    offline.setAttribute("role", "status");
    words.textContent = "网络断了。正在写的内容留在本机，联网后自动再存。";
    offline.append(icon("wifi-off"), words);
    document.body.append(offline);
  };
  window.addEventListener("offline", line);
  window.addEventListener("online", line);

  /* htmx: what went wrong is said in words, and the form stays as it is. */
  document.addEventListener("htmx:responseError", (event) => {
    const status = event.detail.xhr.status;
    const said = {
      401: { text: "登录已过期，刚才这一步没有做。请重新登录，写的内容还在这一页。", href: "/sign-in/", link: "重新登录" },
      403: { text: "这一步不该由您来做，或者页面开得太久。请刷新后再看。" },
    };
    toast({ bad: true, ...(said[status] || { text: `没有做成（代码 ${status}）。请稍后再试，写的内容还在。` }) });
  });
  document.addEventListener("htmx:sendError", () => toast({ bad: true, text: "没有送到：网络断了。写的内容还在，联网后请再点一次。" }));

  /* After a page or a part arrives: counters, and the eye on the first error. */
  const settle = (root) => {
    all("[data-count]", root).forEach(tally);
    all("[data-bulk]", root).forEach((bar) => { bar.hidden = true; });
    const first = root.querySelector("[data-focus], .is-bad");
    if (first) first.focus();
  };
  settle(document);
  document.addEventListener("htmx:load", (event) => { if (event.detail.elt !== document.body) settle(event.detail.elt); });

  window.jianyi = { icon, toast };
})();
