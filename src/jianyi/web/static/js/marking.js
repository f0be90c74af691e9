// With a script, words to be taken out are picked by selecting them; without one they are typed.
(() => {
  const field = document.querySelector("textarea[name=added]");
  if (!field) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-s";
  button.textContent = "隐去选中的文字";
  field.insertAdjacentElement("afterend", button);
  let picked = "";
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const at = selection && selection.anchorNode && selection.anchorNode.parentElement;
    if (at && at.closest(".mk-text") && String(selection).trim()) picked = String(selection).trim();
  });
  button.addEventListener("click", () => {
    if (picked && !field.value.split("\n").includes(picked)) field.value += (field.value ? "\n" : "") + picked;
    field.focus();
  });
})();
