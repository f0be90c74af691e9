/* Autosave of <form data-autosave="URL">: after two quiet seconds, on leaving a field, and on Ctrl+S.
   What the server has not confirmed lies on this machine, under the name of whoever wrote it. */
(() => {
  "use strict";

  const PREFIX = "jianyi.text.";
  const QUIET = 2000;
  const AGAIN = 15000;
  const MINE = `${PREFIX}${document.body.dataset.person || "-"}.`;

  const store = {
    read(key) { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
    // A full or forbidden store must never stop anybody from writing.
    write(key, kept) { try { localStorage.setItem(key, JSON.stringify(kept)); return true; } catch { return false; } },
    drop(key) { try { localStorage.removeItem(key); } catch { /* nothing was there */ } },
  };

  const time = () => new Date().toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false });

  // Passwords, files and the form's own secrets never lie on the machine.
  const fields = (form) => Array.from(form.elements).filter((each) => each.name && each.type !== "hidden" && each.type !== "password" && each.type !== "file" && each.tagName !== "BUTTON");
  const texts = (form) => fields(form).map((each) => [each.name, each.type === "checkbox" || each.type === "radio" ? [each.value, each.checked] : each.value]);

  const fill = (form, kept) => {
    fields(form).forEach((field, n) => {
      const [name, value] = kept[n] || [];
      if (name !== field.name) return;
      if (Array.isArray(value)) field.checked = value[1];
      else field.value = value;
    });
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const token = () => JSON.parse(document.body.getAttribute("hx-headers") || "{}")["X-CSRFToken"] || "";

  const body = (form) => {
    const data = new FormData(form);
    for (const [name, value] of Array.from(data.entries())) if (value instanceof File) data.delete(name);
    return data;
  };

  function watch(form) {
    const key = MINE + form.dataset.autosave;
    const status = form.querySelector("[data-saved]") || document.querySelector("[data-saved]");
    let timer;
    let sent = JSON.stringify(texts(form));
    let busy = false;
    let overtaken = false;

    const say = (kind, name, words, href, more) => {
      if (!status) return;
      status.className = `saved ${kind}`;
      status.title = more || "";
      status.replaceChildren(window.jianyi.icon(name), words);
      if (href) {
        const go = document.createElement("a");
        go.href = href;
        go.textContent = "看最新的";
        status.append(go);
      }
    };

    const later = (wait) => { clearTimeout(timer); timer = setTimeout(save, wait); };

    const kept = () => {
      const safe = store.write(key, { at: time(), texts: texts(form) });
      say("kept", "device-floppy", safe ? "没存上，已留在本机" : "没存上，请先不要关闭这一页");
      later(AGAIN);
    };

    const confirmed = (now, answer) => {
      sent = now;
      if (JSON.stringify(texts(form)) === now) store.drop(key);
      if (answer.version && form.elements.version) form.elements.version.value = answer.version;
      say("", "cloud-check", `${answer.time || time()} 已自动保存`);
    };

    // Somebody else's newer version is never written over: from then on only this machine keeps the text.
    const conflict = (answer) => {
      overtaken = true;
      say("kept", "users", answer.sentence || "别处已改，没有覆盖", answer.href, answer.more);
    };

    async function save() {
      timer = null;
      const now = JSON.stringify(texts(form));
      if (now === sent || busy || overtaken) return;
      busy = true;
      say("busy", "cloud-upload", "正在保存…");
      try {
        const response = await fetch(form.dataset.autosave, {
          method: "POST", body: body(form), credentials: "same-origin", redirect: "error",
          headers: { "X-CSRFToken": token(), "X-Requested-With": "autosave", Accept: "application/json" },
        });
        const answer = await response.json().catch(() => ({}));
        if (response.ok) confirmed(now, answer);
        else if (response.status === 409) conflict(answer);
        else kept();
      } catch {
        kept();
      } finally {
        busy = false;
        if (!timer && JSON.stringify(texts(form)) !== sent) later(QUIET);
      }
    }

    form.addEventListener("input", () => {
      store.write(key, { at: time(), texts: texts(form) });
      later(QUIET);
    });
    form.addEventListener("focusout", () => later(0));
    form.addEventListener("submit", () => {
      clearTimeout(timer);
      store.write(key, { at: time(), texts: texts(form), from: location.pathname });
    });
    window.addEventListener("online", () => later(0));
    document.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
        event.preventDefault();
        later(0);
      }
    });

    offer(form, key);
  }

  /* Text that never reached the server is offered, never put in over what stands there. */
  function offer(form, key) {
    const kept = store.read(key);
    if (!kept) return;
    if (JSON.stringify(kept.texts) === JSON.stringify(texts(form))) { store.drop(key); return; }
    const note = document.createElement("div");
    const words = document.createElement("span");
    const use = document.createElement("button");
    const leave = document.createElement("button");
    note.className = "jy-note warn mb-3";
    note.setAttribute("role", "status");
    words.className = "grow";
    words.textContent = `这台电脑上留有 ${kept.at} 写的、没有存到系统里的内容。`;
    use.className = "btn btn-s";
    use.type = leave.type = "button";
    use.textContent = "放回来";
    leave.className = "btn btn-s btn-q";
    leave.textContent = "不要了";
    use.addEventListener("click", () => { note.remove(); fill(form, kept.texts); });
    leave.addEventListener("click", () => { note.remove(); store.drop(key); });
    note.append(window.jianyi.icon("device-floppy"), words, use, leave);
    form.prepend(note);
  }

  /* A form that was sent off and led to another page has arrived. */
  const mine = () => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  mine().forEach((key) => {
    const kept = store.read(key);
    if (kept && kept.from && kept.from !== location.pathname) store.drop(key);
  });

  document.querySelectorAll("form[data-autosave]").forEach(watch);

  /* On a shared machine nothing may stay behind after signing out. */
  document.querySelectorAll("form[data-sign-out]").forEach((form) => form.addEventListener("submit", () => {
    mine().forEach(store.drop);
  }));
})();
