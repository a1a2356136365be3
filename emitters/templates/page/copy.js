
// Copies the code that a button stands beside.
{
  const status = document.getElementById("status");

  /** Pages that came over plain HTTP have no clipboard, but may copy what is selected. */
  const copySelected = (element) => {
    const selection = getSelection();
    selection.selectAllChildren(element);
    const done = document.execCommand("copy");
    selection.removeAllRanges();
    return done;
  };

  const copy = async (element) => {
    try {
      await navigator.clipboard.writeText(element.textContent);
      return true;
    } catch {
      return copySelected(element);
    }
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest(".copy");
    if (button === null) {
      return;
    }
    const code = button.previousElementSibling;
    const done = await copy(code);
    button.textContent = done ? "Copied" : "Not copied";
    status.textContent = `${button.textContent}: ${code.textContent}`;
    setTimeout(() => {
      button.textContent = "Copy";
    }, 2000);
  });
}
